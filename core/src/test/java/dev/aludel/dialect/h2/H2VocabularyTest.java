package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValue;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateExtension;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropOptions;
import dev.aludel.operation.IndexBuild;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.SequenceOptions;
import dev.aludel.operation.SetSequence;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.Value;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.H2Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that no comparison drafts, and those that H2 cannot do. */
class H2VocabularyTest {
    private static final TableName T = TableName.of("t");

    private final H2Dialect dialect = new H2Dialect();
    private H2Database database;

    @BeforeEach
    void create() throws SQLException {
        database = H2Database.create();
        database.execute(
                "CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n VARCHAR(20), b VARBINARY(9))");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private void run(Operation operation, TableLookup before) throws SQLException {
        for (SqlStatement statement : dialect.render(operation, before)) {
            database.execute(statement.sql());
        }
    }

    private void run(Operation operation) throws SQLException {
        run(operation, TableLookup.none());
    }

    private Schema inspect() throws SQLException {
        try (Connection connection = database.connect()) {
            return dialect.inspect(connection, InspectOptions.currentSchema());
        }
    }

    @Test
    void rowsAndTruncation() throws SQLException {
        run(new BulkInsert(
                T,
                List.of("n", "b"),
                List.of(
                        List.of(new Value(Value.Kind.TEXT, "it's"), new Value(Value.Kind.BINARY, "00ff")),
                        List.of(Value.nothing(), Value.sql("X'01'")))));
        assertThat(database.query("SELECT concat_ws(' ', id, n, rawtohex(b)) FROM t ORDER BY id"))
                .containsExactly("1 it's 00ff", "2 01");
        run(new Truncate(List.of(T), true, false));
        run(new BulkInsert(T, List.of("n"), List.of(List.of(new Value(Value.Kind.NUMBER, "7")))));
        assertThat(database.query("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void renames() throws SQLException {
        database.execute("CREATE VIEW v AS SELECT 1 x; CREATE DOMAIN d AS INT; CREATE SCHEMA s");
        run(new RenameColumn(T, "n", "Name"));
        run(new RenameTable(T, "user"));
        run(new RenameObject(ObjectName.of(ObjectName.Kind.VIEW, TableName.of("v")), "w"));
        run(new RenameObject(ObjectName.of(ObjectName.Kind.DOMAIN, TableName.of("d")), "e"));
        run(new RenameObject(ObjectName.of(ObjectName.Kind.SCHEMA, "s"), "r"));
        assertThat(inspect().findTable(TableName.of("user")).orElseThrow().findColumn("Name"))
                .isPresent();
        assertThat(inspect().objects())
                .extracting(object -> object.name().name().name())
                .containsExactly("e", "w");
    }

    @Test
    void objectsAndSequences() throws SQLException {
        run(new CreateSchema("sales", true));
        run(new CreateEnum(TableName.of("sales", "mood"), List.of("sad", "it's")));
        run(new CreateView(TableName.of("v"), "SELECT id FROM t;", false, true, false, true));
        database.execute("CREATE SEQUENCE s");
        OptionalLong none = OptionalLong.empty();
        run(new SetSequence(
                TableName.of("s"),
                new SequenceOptions(
                        none,
                        OptionalLong.of(5),
                        none,
                        OptionalLong.of(99),
                        none,
                        Optional.of(true),
                        Optional.empty(),
                        OptionalLong.of(42))));
        assertThat(database.query("SELECT NEXT VALUE FOR s")).containsExactly("42");
        assertThat(inspect().findSequence(TableName.of("s")).orElseThrow().maximum())
                .hasValue(99);
    }

    @Test
    void aForeignKeyStepsAsideForItsIndexWhereItIsKnown() throws SQLException {
        database.execute("CREATE TABLE c (t_id INT); CREATE INDEX ix ON c (t_id);"
                + "ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (t_id) REFERENCES t");
        Schema before = inspect();
        run(new DropIndex(TableName.of("c"), "ix", Optional.empty()), TableLookup.of(before));
        Table after = inspect().findTable(TableName.of("c")).orElseThrow();
        assertThat(after.indexes()).isEmpty();
        assertThat(after.constraints())
                .isEqualTo(before.findTable(TableName.of("c")).orElseThrow().constraints());
    }

    static Stream<Operation> whatH2CannotDo() {
        Column column = Column.of("x", new Type.Int());
        Constraint.Unique unique =
                new Constraint.Unique(Optional.of("uk"), List.of("n"), false, Constraint.Deferral.INITIALLY_DEFERRED);
        Constraint.Check notValid = new Constraint.Check(Optional.of("ck"), "n > 'a'", Set.of(Constraint.NOT_VALID));
        Index index = Index.of("ix", List.of("n"));
        return Stream.of(
                new AddConstraint(T, unique),
                new AddConstraint(T, notValid),
                new AddConstraint(T, unique.withDeferral(Constraint.Deferral.NOT_DEFERRABLE), Optional.of("ix")),
                new AddConstraint(
                        T,
                        new Constraint.Exclusion(
                                Optional.of("ex"),
                                List.of("n WITH ="),
                                Optional.empty(),
                                Optional.empty(),
                                Constraint.Deferral.NOT_DEFERRABLE)),
                new ValidateConstraint(T, "ck"),
                new CreateIndex(T, index.withWhere(Optional.of("n > 'a'"))),
                new CreateIndex(T, index.withParts(List.of(Index.Part.expression("lower(n)")))),
                new CreateIndex(T, index.withInclude(List.of("b"))),
                new CreateIndex(T, index.withMethod(Optional.of("gin"))),
                new CreateIndex(T, index, new IndexBuild(true, false)),
                new CreateTable(Table.of(T, List.of(column.withCollation(Optional.of("de_DE"))))),
                new DropColumn(T, "n", Optional.empty(), new DropOptions(false, true)),
                new RenameSequence(TableName.of("s"), "r"),
                new Truncate(List.of(T), false, true),
                new AddEnumValue(TableName.of("mood"), "x", Optional.empty(), Optional.empty(), false),
                new CreateExtension("hstore", Optional.empty(), Optional.empty(), false));
    }

    @ParameterizedTest
    @MethodSource
    void whatH2CannotDo(Operation operation) {
        AludelException refused =
                catchThrowableOfType(AludelException.class, () -> dialect.render(operation, TableLookup.none()));
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(refused.format()).contains("H2 ", "do  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE author ADD COLUMN a INT | EXCLUSIVE on author, rewrites the table",
                "ALTER TABLE \"a b\" DROP COLUMN a | EXCLUSIVE on \"a b\", rewrites the table, destructive",
                "ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) | EXCLUSIVE on a, reads the whole table",
                "ALTER TABLE a DROP CONSTRAINT c | EXCLUSIVE on a",
                "CREATE UNIQUE INDEX i ON s.a (x) | EXCLUSIVE on s.a, reads the whole table",
                "DROP TABLE IF EXISTS a | EXCLUSIVE on a, destructive",
                "UPDATE a SET x = 1 | rows on a, reads the whole table",
                "SELECT 1 | ''"
            })
    void impact(String sql, String expected) {
        Impact impact = dialect.impact(SqlStatement.of(sql));
        assertThat(impact.describe()).isEqualTo(expected);
    }

    @Test
    void aScratchDatabaseHasTheSettingsAndNothingElse() throws SQLException {
        String url = database.url() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;INIT=CREATE SCHEMA nope";
        try (ScratchDatabase scratch =
                dialect.scratch(change -> DriverManager.getConnection(change.apply(url), "sa", ""))) {
            Connection connection = scratch.connection();
            assertThat(connection.getMetaData().storesLowerCaseIdentifiers()).isTrue();
            assertThat(dialect.inspect(connection, InspectOptions.currentSchema()))
                    .isEqualTo(Schema.empty());
            scratch.resetSession();
        }
        assertThat(H2ScratchDatabase.inMemory(url)).isEqualTo("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    }
}
