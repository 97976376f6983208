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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two states of a schema as SQL: what is drafted from one to the other and run gives the other; the way back gives the first. */
class PostgresPairsTest {
    private static final PostgresDialect DIALECT = new PostgresDialect();

    static Stream<Arguments> pairs() {
        String parent = "CREATE TABLE log (at date NOT NULL, text varchar(80) DEFAULT 'x') PARTITION BY RANGE (at);";
        String partition =
                parent + "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";
        List<Arguments> pairs = List.of(
                Arguments.of(
                        "a partition becomes a table",
                        partition,
                        parent + "CREATE TABLE log_1 (at date NOT NULL, text varchar(80) DEFAULT 'x');"),
                Arguments.of(
                        "a partition becomes a table with other columns",
                        partition,
                        parent + "CREATE TABLE log_1 (at timestamp NOT NULL, kind text);"),
                Arguments.of(
                        "a partition of a partition becomes a table",
                        parent + "CREATE TABLE log_1 PARTITION OF log DEFAULT PARTITION BY RANGE (at);"
                                + "CREATE TABLE log_2 PARTITION OF log_1 DEFAULT",
                        parent + "CREATE TABLE log_1 PARTITION OF log DEFAULT PARTITION BY RANGE (at);"
                                + "CREATE TABLE log_2 (at date NOT NULL, text varchar(80) DEFAULT 'x');"),
                Arguments.of(
                        "a partition has a key and nulls of its own",
                        partition,
                        parent + "CREATE TABLE log_1 PARTITION OF log (PRIMARY KEY (at, text))"
                                + " FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"),
                Arguments.of(
                        "a child has nulls of its own",
                        "CREATE TABLE a (x integer DEFAULT 1, \"Y z\" text); CREATE TABLE b (z text) INHERITS (a)",
                        "CREATE TABLE a (x integer DEFAULT 1, \"Y z\" text); CREATE TABLE b (z text) INHERITS (a);"
                                + "ALTER TABLE b ALTER \"Y z\" SET NOT NULL"),
                Arguments.of(
                        "a check calls what reads a view",
                        "CREATE TABLE book (state text)",
                        "CREATE VIEW states AS SELECT 'sold'::text AS state;"
                                + "CREATE FUNCTION all_states() RETURNS SETOF states LANGUAGE sql AS 'SELECT * FROM states';"
                                + "CREATE FUNCTION is_state(text) RETURNS boolean LANGUAGE sql"
                                + " AS 'SELECT $1 IN (SELECT state FROM all_states())';"
                                + "CREATE TABLE book (state text, CONSTRAINT known CHECK (is_state(state)))"),
                Arguments.of(
                        "bounds move above all that was counted",
                        "CREATE SEQUENCE s MINVALUE 1 MAXVALUE 50",
                        "CREATE SEQUENCE s MINVALUE 100 MAXVALUE 200"));
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair, Arguments.of(pair.get()[0] + ", back", pair.get()[2], pair.get()[1])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void thereAndBack(String name, String before, String after) throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            database.execute(before);
            other.execute(after);
            Connection connection = database.connect();
            Schema old = inspect(connection);
            Schema wanted = inspect(other.connect());
            MigrationDraft draft = MigrationDraft.between(old, wanted, RenameHints.none());
            assertThat(draft.applyTo(old).tables()).as(name).hasSameSizeAs(wanted.tables());

            run(connection, draft.upgrade(), old);
            assertThat(left(inspect(connection), wanted)).isEmpty();
            run(connection, draft.downgrade(), wanted);
            assertThat(left(inspect(connection), old)).isEmpty();
        }
    }

    private static List<String> left(Schema live, Schema wanted) {
        return MigrationDraft.between(live, wanted, RenameHints.none()).upgrade().stream()
                .map(Operation::describe)
                .toList();
    }

    private static Schema inspect(Connection connection) throws SQLException {
        return DIALECT.normalize(DIALECT.inspect(connection, InspectOptions.currentSchema()));
    }

    private static void run(Connection connection, List<Operation> operations, Schema before) throws SQLException {
        Schema state = before;
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (SqlStatement each : DIALECT.render(operation, TableLookup.of(state))) {
                    statement.execute(each.sql());
                }
                state = operation.applyTo(state);
            }
        }
    }
}
