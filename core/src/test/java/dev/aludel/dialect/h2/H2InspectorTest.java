package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.H2Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pairs do not show: what is left out, what it costs, and how a model is settled. */
class H2InspectorTest {
    private final H2Dialect dialect = new H2Dialect();
    private H2Database database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = H2Database.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private Schema inspect(InspectOptions options) throws SQLException {
        return dialect.normalize(dialect.inspect(connection, options));
    }

    private static Table table(Column column, Constraint... constraints) {
        return Table.of(TableName.of("t"), List.of(column)).withConstraints(List.of(constraints));
    }

    @Test
    void asManyQueriesForManyTablesAsForOne() throws SQLException {
        database.execute("CREATE TABLE t0 (id INT PRIMARY KEY)");
        database.execute("SET QUERY_STATISTICS TRUE; SET QUERY_STATISTICS_MAX_ENTRIES 1000");
        long one = queries();
        for (int i = 1; i < 40; i++) {
            database.execute("CREATE TABLE t" + i + " (id INT PRIMARY KEY, t INT REFERENCES t0, e ENUM('a'))");
        }
        assertThat(queries()).isEqualTo(one).isLessThan(25);
    }

    private long queries() throws SQLException {
        String executions = "SELECT sum(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                + " WHERE SQL_STATEMENT LIKE 'SELECT%INFORMATION_SCHEMA%' AND SQL_STATEMENT NOT LIKE '%QUERY_STATISTICS%'";
        String before = String.valueOf(database.query(executions).get(0));
        inspect(InspectOptions.currentSchema());
        long after = Long.parseLong(database.query(executions).get(0));
        return after - (before.equals("null") ? 0 : Long.parseLong(before));
    }

    @Test
    void temporaryTablesAndWhatIsExcludedAreLeftOut() throws SQLException {
        database.execute(
                "CREATE TABLE kept (id INT); CREATE TABLE \"flyway_schema_history\" (id INT); CREATE TABLE aludel_log (id INT);"
                        + "CREATE GLOBAL TEMPORARY TABLE g (id INT); CREATE SEQUENCE s");
        InspectOptions options = new InspectOptions(
                List.of(),
                Set.of(TableName.of("flyway_schema_history"), TableName.of("aludel_log"), TableName.of("s")));
        assertThat(inspect(options).tables()).extracting(Table::name).containsExactly(TableName.of("kept"));
        assertThat(inspect(options).sequences()).isEmpty();
    }

    /** The database itself goes on calling them as before while it is open. */
    @Test
    void keysFollowRenamedColumns() throws SQLException {
        database.execute(
                "CREATE TABLE a (x INT NOT NULL, y INT NOT NULL, CONSTRAINT pk PRIMARY KEY (x, y));"
                        + "CREATE TABLE b (v INT, w INT, CONSTRAINT u UNIQUE (w), CONSTRAINT f FOREIGN KEY (w, v) REFERENCES a (x, y))");
        database.execute("ALTER TABLE a ALTER COLUMN x RENAME TO x1; ALTER TABLE b ALTER COLUMN w RENAME TO w1;"
                + "ALTER TABLE b ALTER COLUMN v RENAME TO v1");

        assertThat(inspect(InspectOptions.currentSchema()).tables())
                .flatExtracting(Table::constraints)
                .extracting(Constraint::describe)
                .containsExactly(
                        "primary key pk (x1, y)", "unique u (w1)", "foreign key f (w1, v1) references a (x1, y)");
    }

    @Test
    void schemasAreFoundByEitherName() throws SQLException {
        database.execute("CREATE SCHEMA sales; CREATE TABLE sales.a (id INT)");
        assertThat(inspect(InspectOptions.of(List.of("sales"))).tables())
                .extracting(Table::name)
                .containsExactly(TableName.of("sales", "a"));
        assertThat(inspect(InspectOptions.of(List.of("SALES"))))
                .isEqualTo(inspect(InspectOptions.of(List.of("sales"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar(10) | 'x' | length(a) > 1 and a in ('x','y')",
                "numeric(10,2) | 0 | a >= 0 and a < 100.5",
                "boolean | 1 | a = true or a is null",
                "timestamp | now() | a > '2020-01-01'",
                "integer | (1+2) | a between 1 and 3 and not (a = 7)",
                "bigint | 3 | a % 2 = 1 AND (a > 0)",
                "date | '2020-01-01' | year(a) > 1900",
                "character varying(5) | upper('a') | lower(a) <> 'x' or not a = 'q'"
            })
    void aModelIsReadAsTheDatabaseDoes(String type, String value, String condition) throws SQLException {
        database.execute(
                "CREATE TABLE t (a " + type + " DEFAULT " + value + ", CONSTRAINT c CHECK (" + condition + "))");
        Column column = Column.of("a", dialect.parseType(type)).withDefaultValue(Optional.of(new DefaultValue(value)));
        Schema model = dialect.normalize(new Schema(
                List.of(table(column, new Constraint.Check(Optional.of("c"), condition))), List.of()));
        Schema live = inspect(InspectOptions.currentSchema());
        assertThat(dialect.settle(connection, model, live).tables()).isEqualTo(live.tables());
        assertThat(database.query("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"))
                .containsExactly("T");
    }

    @Test
    void whatTheDatabaseRefusesStaysAsTheModelHasIt() throws SQLException {
        database.execute("CREATE TABLE t (a INT)");
        Column column =
                Column.of("a", new Type.Int()).withGenerated(Optional.of(new Generated("no_such_function(1)", true)));
        Schema model = dialect.normalize(new Schema(List.of(table(column)), List.of()));
        assertThat(dialect.settle(connection, model, inspect(InspectOptions.currentSchema())))
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT | integer",
                "character varying | varchar",
                "CHARACTER VARYING(20 CHARACTERS) | varchar(20)",
                "decimal(10) | numeric(10,0)",
                "float(53) | double precision",
                "timestamp(6) | timestamp",
                "time(0) | time",
                "timestamp with time zone | timestamp with time zone",
                "text | text",
                "blob | binary large object",
                "bytea | binary",
                "integer array | integer[]",
                "ENUM ('a','b') | enum('a', 'b')"
            })
    void spellingsOfTypes(String sql, String expected) {
        Schema schema =
                dialect.normalize(new Schema(List.of(table(Column.of("a", dialect.parseType(sql)))), List.of()));
        assertThat(schema.tables().get(0).columns().get(0).type().describe()).isEqualTo(expected);
        assertThat(dialect.parseType("varchar(7)")).isEqualTo(new Type.Varchar(OptionalInt.of(7)));
    }
}
