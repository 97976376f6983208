package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real applications' schemas, where they lie beside the repository ({@code ../shared/schemas}, or the system property
 * {@code aludel.foreign-schemas}): each is split, run, inspected, rendered again in another database, and reads the same.
 */
class ForeignSchemasTest {
    private final PostgresDialect dialect = new PostgresDialect();

    @TestFactory
    Stream<DynamicTest> eachReadsTheSameAgain() throws IOException {
        Path folder = Path.of(System.getProperty("aludel.foreign-schemas", "../../shared/schemas"), "postgresql");
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: there are no foreign schemas at "
                    + folder.toAbsolutePath().normalize());
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> readAgain(file)));
        }
    }

    private void readAgain(Path file) throws SQLException, IOException {
        try (TestDatabase original = TestDatabase.create();
                TestDatabase copy = TestDatabase.create()) {
            Connection connection = original.connect();
            int refused = load(connection, Files.readString(file));
            Schema found = inspect(connection);
            System.out.println(
                    file.getFileName() + ": " + found.tables().size() + " tables, " + refused + " statements refused");
            assertThat(found.tables()).isNotEmpty();
            assertThat(inspect(connection)).isEqualTo(found);
            Connection second = copy.connect();
            recreate(second, dialect.normalize(found));
            Schema again = dialect.normalize(inspect(second));
            assertThat(MigrationDraft.between(again, dialect.normalize(found), RenameHints.none())
                            .upgrade())
                    .isEmpty();
            assertThat(again.tables()).hasSameSizeAs(found.tables());
            assertThat(dialect.normalize(dialect.normalize(found))).isEqualTo(dialect.normalize(found));
        }
    }

    private Schema inspect(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_)'")) {
            while (row.next()) {
                schemas.add(row.getString(1));
            }
        }
        return dialect.inspect(connection, InspectOptions.of(schemas));
    }

    /** Statements may be refused (roles, extensions, other databases): what was created is what is tested. */
    private int load(Connection connection, String sql) throws SQLException {
        int refused = 0;
        for (SqlStatement each : statements(sql)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each.sql());
            } catch (SQLException e) {
                assertThat(connection.isClosed()).as(each.sql()).isFalse();
                refused++;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = public");
        }
        return refused;
    }

    /** A dump speaks to psql and controls transactions; both are taken out, since a migration refuses them. */
    private List<SqlStatement> statements(String sql) {
        String withoutRows = sql.replaceAll("(?ms)^COPY [^;]* FROM stdin;.*?^\\\\\\.$", "");
        String plain = withoutRows
                .replaceAll("(?m)^\\\\.*$", "")
                // The driver closes the connection where its encoding is changed.
                .replaceAll("(?mi)^SET CLIENT_ENCODING.*$", "")
                .replaceAll("(?mi)^\\s*(BEGIN|COMMIT|ROLLBACK|START TRANSACTION)( TRANSACTION| WORK)?\\s*;", "");
        return dialect.split(plain);
    }

    private void recreate(Connection target, Schema found) throws SQLException {
        for (Operation operation : MigrationDraft.between(Schema.empty(), found, RenameHints.none())
                .upgrade()) {
            for (SqlStatement each : dialect.render(operation, TableLookup.none())) {
                execute(target, each.sql());
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
