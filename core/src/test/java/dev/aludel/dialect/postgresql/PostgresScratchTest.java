package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresScratchTest {
    private static final TableName T = TableName.of("t");
    private static final String EVERYTHING = """
            SELECT (SELECT string_agg(oid || relname || relnamespace, ',' ORDER BY oid) FROM pg_class
                    WHERE relnamespace <> 'pg_toast'::regnamespace)
                || (SELECT count(*) FROM pg_constraint) || ' ' || (SELECT count(*) FROM pg_type)
                || (SELECT string_agg(nspname, ',' ORDER BY nspname) FROM pg_namespace)
                || (SELECT string_agg(t::text, ',' ORDER BY t) FROM t)
            """;

    private final PostgresDialect dialect = new PostgresDialect();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
        execute("CREATE TABLE t (a integer NOT NULL CHECK (a > 1 OR a IS NULL), s varchar(9) DEFAULT lower('X'))");
        execute("CREATE INDEX ix ON t (substring(s from 1 for 2)) WHERE position('x' in s) > 0");
        execute("INSERT INTO t VALUES (2, 'x'), (3, DEFAULT)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Schema live() throws SQLException {
        return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
    }

    private Schema model(String check, String value, String predicate) {
        Table table = new Table(
                T,
                List.of(
                        Column.of("a", new Type.Int()).withNullable(false),
                        Column.of("s", new Type.Native("varchar(9)"))
                                .withDefaultValue(Optional.of(new DefaultValue(value)))),
                List.of(
                        new Constraint.Check(Optional.empty(), check),
                        new Constraint.ForeignKey(
                                Optional.of("fk"),
                                List.of("a"),
                                TableName.of("nowhere"),
                                List.of("id"),
                                Constraint.Action.NO_ACTION,
                                Constraint.Action.NO_ACTION)),
                List.of(new Index(
                        Optional.of("ix"),
                        List.of(Index.Part.expression("substring(s from 1 for 2)")),
                        false,
                        Optional.empty(),
                        Optional.of(predicate))),
                Optional.of("a comment"));
        return dialect.normalize(new Schema(List.of(table), List.of()));
    }

    @Test
    void takesOverTheLiveSpellingOfWhatMeansTheSame() throws SQLException {
        String before = ask(EVERYTHING);
        Schema model = model("a > 1 or a isnull", "lower(cast('X' as text))", "position('x' in s) > 0");
        Schema live = live();
        Table settled = dialect.settle(connection, model, live).tables().get(0);
        Table current = live.tables().get(0);
        assertThat(settled.columns()).isEqualTo(current.columns());
        assertThat(settled.indexes().get(0).where())
                .isEqualTo(current.indexes().get(0).where());
        assertThat(((Constraint.Check) settled.constraints().get(0)).expression())
                .isEqualTo(((Constraint.Check) current.constraints().get(0)).expression());
        assertThat(settled.constraints().get(0).name()).isEmpty();
        assertThat(settled.constraints().get(1).name()).contains("fk");
        assertThat(settled.comment()).contains("a comment");
        assertThat(ask(EVERYTHING)).isEqualTo(before);
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void termsMayStandInAnyOrder() throws SQLException {
        execute("CREATE TABLE o (a integer CHECK (a <> 5 AND a > 1 AND (a < 9 OR a = 20)))");
        Table model = Table.of(TableName.of("o"), List.of(Column.of("a", new Type.Int())))
                .withConstraints(
                        List.of(new Constraint.Check(Optional.empty(), "(a < 9 or a = 20) and (a > 1 and a != 5)")));
        Schema live = live();
        Schema settled = dialect.settle(connection, dialect.normalize(new Schema(List.of(model), List.of())), live);
        String expression =
                ((Constraint.Check) settled.tables().get(0).constraints().get(0)).expression();
        assertThat(live.findTable(model.name()).orElseThrow().constraints())
                .extracting(check -> ((Constraint.Check) check).expression())
                .containsExactly(expression);
    }

    @Test
    void keepsTheModelsSpellingOfWhatReallyDiffers() throws SQLException {
        Schema model = model("a > 7", "upper('X')", "s is null");
        assertThat(dialect.settle(connection, model, live()).tables().get(0).constraints())
                .isEqualTo(model.tables().get(0).constraints());
        assertThat(dialect.settle(connection, model, live()).tables().get(0).columns())
                .isEqualTo(model.tables().get(0).columns());
    }

    @Test
    void changesNothingWithinAnOpenTransaction() throws SQLException {
        connection.setAutoCommit(false);
        execute("INSERT INTO t VALUES (9, 'open')");
        dialect.settle(connection, model("a > 7", "upper('X')", "s is null"), live());
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(ask("SELECT count(*) FROM t")).isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM pg_class WHERE relname LIKE 'aludel%'"))
                .isEqualTo("0");
        connection.rollback();
        assertThat(ask("SELECT count(*) FROM t")).isEqualTo("2");
    }

    @Test
    void keepsATableThatTheDatabaseRefuses() throws SQLException {
        Table strange = Table.of(
                T, List.of(Column.of("a", new Type.Native("no_such_type")), Column.of("s", new Type.Native("x y z("))));
        Schema model = new Schema(List.of(strange), List.of());
        assertThat(dialect.settle(connection, model, live())).isEqualTo(model);
        assertThat(ask("SELECT count(*) FROM t")).isEqualTo("2");
    }

    @Test
    void settlesAndRefusesSideBySideInPortions() throws SQLException {
        List<Table> models = new ArrayList<>();
        for (int number = 0; number < 130; number++) {
            execute("CREATE TABLE t" + number + " (a integer DEFAULT abs(-" + number + "))");
            Type type = number % 10 == 3 ? new Type.Native("no_such_type") : new Type.Int();
            models.add(Table.of(
                    TableName.of("t" + number),
                    List.of(Column.of("a", type)
                            .withDefaultValue(Optional.of(new DefaultValue("pg_catalog.abs(-" + number + ")"))))));
        }
        Schema model = new Schema(models, List.of());
        Schema live = live();
        Schema settled = dialect.settle(connection, model, live);
        for (int number = 0; number < 130; number++) {
            Table table = settled.tables().get(number);
            assertThat(table)
                    .isEqualTo(
                            number % 10 == 3
                                    ? models.get(number)
                                    : live.findTable(table.name()).orElseThrow());
        }
    }
}
