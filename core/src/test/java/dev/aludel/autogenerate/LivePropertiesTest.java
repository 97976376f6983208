package dev.aludel.autogenerate;

import dev.aludel.dialect.Dialects;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Random schemas in real databases: created, compared, upgraded to other random ones, and brought back. */
@AddLifecycleHook(Tries.class)
class LivePropertiesTest {
    private static final String INSERT = "INSERT INTO %s (%s) VALUES (%s)";
    private static final String OVERRIDING = "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)";

    @Property(tries = 60, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
    void postgresql(@ForAll("pairsForPostgresql") SchemaPair pair) throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            new LiveCheck(new LiveDatabase(
                            Dialects.forUrl(database.url()),
                            Palette.postgresql(),
                            () -> emptied(
                                    DriverManager.getConnection(database.url()),
                                    "SET statement_timeout = '30s'",
                                    "DROP SCHEMA public CASCADE; CREATE SCHEMA public"),
                            List.of("SET session_replication_role = replica", "SET session_replication_role = origin"),
                            OVERRIDING))
                    .of(pair);
        }
    }

    @Provide
    Arbitrary<SchemaPair> pairsForPostgresql() {
        return SchemaPair.of(Palette.postgresql());
    }

    @Property(tries = 200, seed = "20260302", edgeCases = EdgeCasesMode.NONE)
    void h2(@ForAll("pairsForH2") SchemaPair pair) throws SQLException {
        String url = "jdbc:h2:mem:live";
        try (Connection keeper = DriverManager.getConnection(url)) {
            new LiveCheck(new LiveDatabase(
                            Dialects.forUrl(url),
                            Palette.h2(),
                            () -> emptied(DriverManager.getConnection(url), "DROP ALL OBJECTS"),
                            List.of("SET REFERENTIAL_INTEGRITY FALSE", "SET REFERENTIAL_INTEGRITY TRUE"),
                            OVERRIDING))
                    .of(pair);
        }
    }

    @Provide
    Arbitrary<SchemaPair> pairsForH2() {
        return SchemaPair.of(Palette.h2());
    }

    @Property(tries = 200, seed = "20260303", edgeCases = EdgeCasesMode.NONE)
    void sqlite(@ForAll("pairsForSqlite") SchemaPair pair) throws SQLException {
        String url = "jdbc:sqlite::memory:";
        new LiveCheck(new LiveDatabase(
                        Dialects.forUrl(url),
                        Palette.sqlite(),
                        () -> emptied(DriverManager.getConnection(url), "PRAGMA foreign_keys = ON"),
                        List.of("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"),
                        INSERT))
                .of(pair);
    }

    @Provide
    Arbitrary<SchemaPair> pairsForSqlite() {
        return SchemaPair.of(Palette.sqlite());
    }

    @Property(tries = 40, seed = "20260304", edgeCases = EdgeCasesMode.NONE)
    void mariadb(@ForAll("pairsForMariadb") SchemaPair pair) throws SQLException {
        check(MySqlServer.MARIADB_11_4, pair);
    }

    @Provide
    Arbitrary<SchemaPair> pairsForMariadb() {
        return SchemaPair.of(Palette.mariadb());
    }

    private static void check(MySqlServer server, SchemaPair pair) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            new LiveCheck(new LiveDatabase(
                            database.dialect(),
                            Palette.mariadb(),
                            () -> emptied(
                                    DriverManager.getConnection(database.url()),
                                    "SET SESSION max_statement_time = 30, lock_wait_timeout = 30",
                                    "DROP DATABASE " + database.name(),
                                    "CREATE DATABASE " + database.name() + " CHARACTER SET utf8mb4",
                                    "USE " + database.name()),
                            List.of("SET foreign_key_checks = 0", "SET foreign_key_checks = 1"),
                            INSERT))
                    .of(pair);
        }
    }

    private static Connection emptied(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return connection;
    }
}
