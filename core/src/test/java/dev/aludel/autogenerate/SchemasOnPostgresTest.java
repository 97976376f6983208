package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two schemas as SQL, for what models have no words for: the draft makes the one the other, forth and back. */
class SchemasOnPostgresTest {
    private final Dialect dialect = Dialects.forProduct("PostgreSQL");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE SEQUENCE s MINVALUE 1 MAXVALUE 9       | CREATE SEQUENCE s MINVALUE 10 MAXVALUE 20",
                "CREATE SEQUENCE s MINVALUE 300 MAXVALUE 400   | CREATE SEQUENCE s MINVALUE -5 MAXVALUE 299",
                "CREATE SEQUENCE s                             | CREATE SEQUENCE s MINVALUE -9 MAXVALUE 0",
                "CREATE TABLE a(i int, k int, CONSTRAINT c CHECK (i > 1)); CREATE INDEX x ON a(k) WHERE i > 100"
                        + "| CREATE TABLE a(i numeric, k int, CONSTRAINT c CHECK (i > 1));"
                        + "  CREATE INDEX x ON a(k) WHERE i > 100",
                "CREATE TABLE a(i int); CREATE TABLE b(i int); CREATE TABLE c(i int) INHERITS (a)"
                        + "| CREATE TABLE a(i int); CREATE TABLE b(i int); CREATE TABLE c(i int) INHERITS (b)",
                "CREATE TABLE a(i int); CREATE TABLE \"b, c\"(k int); CREATE TABLE d(l int) INHERITS (a)"
                        + "| CREATE TABLE a(i int); CREATE TABLE \"b, c\"(k int);"
                        + "  CREATE TABLE d(k int, l int) INHERITS (a, \"b, c\")",
            })
    void upgradeMakesTheNewAndDowngradeTheOld(String old, String wanted) throws SQLException {
        try (TestDatabase live = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            Connection connection = live.connect();
            Schema origin = load(connection, old);
            Schema target = load(other.connect(), wanted);
            MigrationDraft draft = MigrationDraft.between(origin, target, RenameHints.none());
            assertThat(draft.upgrade()).isNotEmpty();

            run(connection, draft.upgrade(), origin);
            assertThat(Canonical.of(inspect(connection)))
                    .as("after the upgrade")
                    .isEqualTo(Canonical.of(target));

            run(connection, draft.downgrade(), target);
            assertThat(Canonical.of(inspect(connection)))
                    .as("after the downgrade")
                    .isEqualTo(Canonical.of(origin));
        }
    }

    private Schema load(Connection connection, String sql) throws SQLException {
        execute(connection, sql);
        return inspect(connection);
    }

    private void run(Connection connection, List<Operation> operations, Schema before) throws SQLException {
        Schema state = before;
        for (Operation operation : operations) {
            for (SqlStatement each : dialect.render(operation, TableLookup.of(state))) {
                execute(connection, each.sql());
            }
            state = operation.applyTo(state);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Schema inspect(Connection connection) throws SQLException {
        return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
    }
}
