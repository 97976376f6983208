package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an unfinished statement leaves, and what the planner expects of one. */
class PostgresLeftoversTest {
    private static final String TABLES =
            "CREATE SCHEMA s; CREATE TABLE t (id int); CREATE TABLE s.\"My Table\" (id int);"
                    + " INSERT INTO t VALUES (1), (1); INSERT INTO s.\"My Table\" VALUES (1), (1)";

    private final PostgresDialect dialect = new PostgresDialect();

    private static int indexes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_index i JOIN pg_class c"
                        + " ON c.oid = i.indrelid WHERE c.relname IN ('t', 'My Table')")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static SqlStatement outside(String sql) {
        return new SqlStatement(sql, 1, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (id)",
                "create unique index /* a comment */ concurrently IX on only t using btree (id)",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"My \"\"Index\" ON s.\"My Table\" (id)",
                "CREATE UNIQUE INDEX CONCURRENTLY größe ON public.t (id)"
            })
    void theInvalidIndexGoesAndTheStatementCanBeSentAgain(String sql) throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(TABLES);
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                assertThat(catchThrowable(() -> statement.execute(sql)))
                        .hasMessageContaining("could not create unique index");
                assertThat(indexes(connection)).isEqualTo(1);

                dialect.clearInterrupted(connection, outside(sql));

                assertThat(indexes(connection)).isZero();
                database.execute("DELETE FROM t; DELETE FROM s.\"My Table\"");
                statement.execute(sql);
                dialect.clearInterrupted(connection, outside(sql));
                assertThat(indexes(connection)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE INDEX CONCURRENTLY ON t (id)", "VACUUM t", "DROP INDEX CONCURRENTLY ix", "CREATE INDEX"})
    void otherStatementsLeaveNothing(String sql) throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(TABLES + "; CREATE INDEX ix ON t (id)");
            Connection connection = database.connect();

            dialect.clearInterrupted(connection, outside(sql));

            assertThat(indexes(connection)).isEqualTo(1);
        }
    }

    @Test
    void theEstimateIsOfTheRowsThatTheConditionLeaves() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE TABLE n AS SELECT g AS id, g % 10 AS tens FROM generate_series(1, 1000) g");
            database.execute("ANALYZE n");
            Connection connection = database.connect();

            assertThat(dialect.estimateRows(connection, "UPDATE n SET id = id")).isEqualTo(OptionalLong.of(1000));
            assertThat(dialect.estimateRows(connection, "UPDATE n SET id = id WHERE tens = 3")
                            .orElse(-1))
                    .isBetween(90L, 110L);
            assertThat(dialect.estimateRows(connection, "UPDATE n SET id = id WHERE false"))
                    .isEmpty();
        }
    }
}
