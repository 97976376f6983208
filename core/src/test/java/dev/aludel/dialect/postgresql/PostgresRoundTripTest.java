package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.SincePostgres;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered and executed is inspected as the same thing again. */
class PostgresRoundTripTest {
    private final PostgresDialect dialect = new PostgresDialect();
    private static TestDatabase database;
    private Connection connection;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        connection = database.connect();
        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static final TableName T = TableName.of("t");

    private void run(Operation operation) throws SQLException {
        run(operation, TableLookup.of(inspect()));
    }

    private void run(Operation operation, TableLookup before) throws SQLException {
        for (SqlStatement each : dialect.render(operation, before)) {
            execute(each.sql());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getObject(1)) : "no row";
        }
    }

    private Schema inspect() throws SQLException {
        return dialect.inspect(connection, InspectOptions.currentSchema());
    }

    private Column inspectedColumn(String name) throws SQLException {
        return inspect().findTable(T).orElseThrow().findColumn(name).orElseThrow();
    }

    private void assertRoundTrip(Table table) throws SQLException {
        run(new CreateTable(table));
        assertThat(dialect.normalize(inspect()).findTable(table.name()))
                .contains(dialect.normalize(new Schema(List.of(table), List.of()))
                        .tables()
                        .get(0));
    }

    private static Optional<DefaultValue> value(String sql) {
        return Optional.of(new DefaultValue(sql));
    }

    @Test
    void everyType() throws SQLException {
        List<Type> types = new ArrayList<>(List.of(
                new Type.Bool(),
                new Type.SmallInt(),
                new Type.Int(),
                new Type.BigInt(),
                new Type.Decimal(OptionalInt.empty(), OptionalInt.empty()),
                new Type.Decimal(OptionalInt.of(10), OptionalInt.of(2)),
                new Type.Decimal(OptionalInt.of(10), OptionalInt.of(0)),
                new Type.Real(),
                new Type.DoublePrecision(),
                new Type.Char(3),
                new Type.Varchar(OptionalInt.of(20)),
                new Type.Varchar(OptionalInt.empty()),
                new Type.Text(),
                new Type.Binary(OptionalInt.empty()),
                new Type.Date(),
                new Type.Time(OptionalInt.empty(), false),
                new Type.Time(OptionalInt.of(3), true),
                new Type.Timestamp(OptionalInt.empty(), false),
                new Type.Timestamp(OptionalInt.of(3), false),
                new Type.Timestamp(OptionalInt.of(0), true),
                new Type.Timestamp(OptionalInt.empty(), true),
                new Type.Uuid(),
                new Type.Json(false),
                new Type.Json(true)));
        List<Type> arrays =
                types.stream().map(type -> (Type) new Type.Array(type)).toList();
        types.addAll(arrays);
        List.of(
                        "interval",
                        "inet",
                        "bit(3)",
                        "bit varying(5)",
                        "tsvector",
                        "money",
                        "int4range",
                        "interval day to second(3)",
                        "\"char\"",
                        "name",
                        "xml",
                        "point")
                .forEach(special -> types.add(new Type.Native(special)));
        List<Column> columns = new ArrayList<>();
        for (Type type : types) {
            columns.add(Column.of("c" + columns.size(), type));
        }
        Table table = Table.of(T, columns);
        run(new CreateTable(table));
        assertThat(inspect().findTable(T)).contains(table);
    }

    @Test
    @SincePostgres(15)
    void numbersRoundedLeftOfThePoint() throws SQLException {
        Type type = new Type.Decimal(OptionalInt.of(3), OptionalInt.of(-2));
        assertRoundTrip(Table.of(T, List.of(Column.of("c", type), Column.of("cs", new Type.Array(type)))));
    }

    @Test
    @SincePostgres(18)
    void virtualColumns() throws SQLException {
        assertRoundTrip(Table.of(
                T,
                List.of(
                        Column.of("n", new Type.Int()),
                        Column.of("thrice", new Type.Int())
                                .withGenerated(Optional.of(new Generated("n * 3", false))))));
    }

    @Test
    void columnsWithEverything() throws SQLException {
        List<Column> columns = List.of(
                Column.of("id", new Type.BigInt())
                        .withNullable(false)
                        .withIdentity(Optional.of(Identity.generatedAlways())),
                Column.of("n", new Type.Int()).withDefaultValue(value("42")),
                Column.of("s", new Type.Varchar(OptionalInt.of(9)))
                        .withDefaultValue(value("'it''s'"))
                        .withCollation(Optional.of("C")),
                Column.of("b", new Type.Bool()).withNullable(false).withDefaultValue(value("true")),
                Column.of("at", new Type.Timestamp(OptionalInt.empty(), true)).withDefaultValue(value("now()")),
                Column.of("doc", new Type.Json(true)).withDefaultValue(value("'{}'")),
                Column.of("twice", new Type.Int()).withGenerated(Optional.of(new Generated("n * 2", true))),
                Column.of("said", new Type.Text()).withComment(Optional.of("a 'quoted' \\ comment; with\nlines")));
        assertRoundTrip(Table.of(T, columns).withComment(Optional.of("of the 'table'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,1", "100,5", "0,1", "-7,1", "-1,-1", "10,-2", "5,-1"})
    void identitiesAndSequencesWithTheirNumbers(String numbers) throws SQLException {
        long start = Long.parseLong(numbers.split(",")[0]);
        long increment = Long.parseLong(numbers.split(",")[1]);
        Identity identity = new Identity(false, OptionalLong.of(start), OptionalLong.of(increment));
        assertRoundTrip(Table.of(
                T,
                List.of(Column.of("id", new Type.BigInt()).withNullable(false).withIdentity(Optional.of(identity)))));
        Sequence plain = new Sequence(TableName.of("own"), start, increment);
        Sequence sequence = dialect.normalize(new Schema(List.of(), List.of(plain)))
                .sequences()
                .get(0);
        run(new CreateSequence(plain));
        assertThat(inspect().sequences()).containsExactly(sequence);
        Sequence other = new Sequence(TableName.of("own"), 3, 7);
        run(new AlterSequence(Optional.of(sequence), other));
        assertThat(inspect().sequences()).containsExactly(other);
        run(new DropSequence(other.name(), Optional.empty()));
        assertThat(inspect().sequences()).isEmpty();
    }

    private static Table author() {
        return new Table(
                T,
                List.of(
                        Column.of("id", new Type.BigInt()).withNullable(false),
                        Column.of("email", new Type.Varchar(OptionalInt.of(255))),
                        Column.of("rank", new Type.Int()),
                        Column.of("parent", new Type.BigInt()),
                        Column.of("tags", new Type.Json(true))),
                List.of(
                        new Constraint.PrimaryKey(Optional.of("pk_t"), List.of("id")),
                        new Constraint.Unique(Optional.of("uk_a"), List.of("rank", "email"), false),
                        new Constraint.Unique(Optional.of("uk_b"), List.of("email", "id"), false),
                        new Constraint.ForeignKey(
                                Optional.of("fk_t_parent"),
                                List.of("parent"),
                                T,
                                List.of("id"),
                                Constraint.Action.SET_NULL,
                                Constraint.Action.CASCADE),
                        new Constraint.Check(Optional.of("ck_rank"), "rank >= 1 AND rank <= 10"),
                        new Constraint.Check(Optional.of("ck_z"), "email IN ('a', 'b') OR email LIKE '%@%'")),
                List.of(
                        Index.of("ix_a", List.of("email", "rank")),
                        new Index(
                                Optional.of("ix_b"),
                                List.of(
                                        new Index.Part("rank", false, true, Optional.empty()),
                                        new Index.Part("email", false, false, Optional.of(Index.Nulls.FIRST)),
                                        new Index.Part("id", false, true, Optional.of(Index.Nulls.LAST))),
                                true,
                                Optional.empty(),
                                Optional.of("rank > 3")),
                        new Index(
                                Optional.of("ix_c"),
                                List.of(Index.Part.expression("lower(email)"), Index.Part.expression("rank + 1")),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new Index(
                                Optional.of("ix_d"),
                                List.of(Index.Part.column("tags")),
                                false,
                                Optional.of("gin"),
                                Optional.empty()),
                        new Index(
                                Optional.of("ix_e"),
                                List.of(Index.Part.expression("email varchar_pattern_ops")),
                                false,
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty());
    }

    @Test
    void constraintsAndIndexes() throws SQLException {
        assertRoundTrip(author());
    }

    @Test
    @SincePostgres(15)
    void keysThatCountNullsAsEqual() throws SQLException {
        assertRoundTrip(Table.of(T, List.of(Column.of("a", new Type.Int())))
                .withConstraints(List.of(new Constraint.Unique(Optional.of("uk"), List.of("a"), true))));
    }

    @Test
    void keysOverTheSameColumnsAreAllThere() throws SQLException {
        assertRoundTrip(Table.of(
                        T, List.of(Column.of("a", new Type.Int()).withNullable(false), Column.of("b", new Type.Int())))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey(Optional.of("pk"), List.of("a")),
                        new Constraint.Unique(Optional.of("uk1"), List.of("a"), false),
                        new Constraint.Unique(Optional.of("uk2"), List.of("b"), false),
                        new Constraint.Unique(Optional.of("uk3"), List.of("b"), false))));
    }

    @Test
    void everyOperationDoesToTheDatabaseWhatItDoesToTheSchema() throws SQLException {
        Schema folded = Schema.empty();
        Table author = author();
        Index index = Index.of("ix_new", List.of("rank"));
        Constraint check = new Constraint.Check(Optional.of("ck_new"), "rank <> 5");
        for (Operation operation : List.of(
                new CreateTable(author),
                new AddColumn(
                        T,
                        Column.of("note", new Type.Text())
                                .withComment(Optional.of("why"))
                                .withDefaultValue(value("'-'"))),
                new RenameColumn(T, "note", "order"),
                new CreateIndex(T, index),
                new RenameIndex(T, "ix_new", "ix_newer"),
                new DropIndex(T, "ix_newer", Optional.empty()),
                new AddConstraint(T, check),
                new RenameConstraint(T, "ck_new", "ck_newer"),
                new DropConstraint(T, "ck_newer", Optional.empty()),
                new CommentOnTable(T, Change.to(Optional.of("x"))),
                new CommentOnTable(T, Change.to(Optional.empty())),
                new DropColumn(T, "order", Optional.empty()),
                new RenameTable(T, "user"),
                new RenameTable(TableName.of("user"), "t"),
                new DropTable(T, Optional.empty()))) {
            run(operation);
            folded = operation.applyTo(folded);
            assertThat(sorted(dialect.normalize(inspect())))
                    .as(operation.describe())
                    .isEqualTo(sorted(dialect.normalize(folded)));
        }
    }

    private static Schema sorted(Schema schema) {
        return schema.withDependencies(Set.of())
                .withTables(schema.tables().stream()
                        .map(table -> table.withConstraints(table.constraints().stream()
                                .sorted(Comparator.comparing(Constraint::describe))
                                .toList()))
                        .toList());
    }

    @Test
    void operationsInANamedSchema() throws SQLException {
        execute("CREATE SCHEMA \"Other one\"");
        TableName name = TableName.of("Other one", "t");
        for (Operation operation : List.of(
                new CreateTable(Table.of(name, List.of(Column.of("a", new Type.Int())))),
                new CreateIndex(name, Index.of("ix", List.of("a"))),
                new RenameIndex(name, "ix", "iy"),
                new DropIndex(name, "iy", Optional.empty()),
                new CreateSequence(new Sequence(TableName.of("Other one", "s"), 1, 1)),
                new RenameTable(name, "u"))) {
            run(operation);
        }
        Schema found = dialect.inspect(connection, InspectOptions.of(List.of("Other one", "public")));
        assertThat(found.tables()).extracting(Table::name).containsExactly(TableName.of("Other one", "u"));
        assertThat(found.sequences()).extracting(Sequence::name).containsExactly(TableName.of("Other one", "s"));
        assertThat(inspect()).isEqualTo(Schema.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upper",
                "with space",
                "dot.ted",
                "quo\"te",
                "\"\"",
                "semi;colon",
                "apos'trophe",
                "back\\slash",
                "select",
                "user",
                "order",
                "ünïcödé",
                "表",
                "😀",
                "1digit",
                "dollar$",
                "--",
                "/*",
                "$$",
                "%s",
                "?",
                "tab\there",
                "new\nline",
                "name",
                "time",
                "position",
                "values",
                "a'); DROP TABLE t; --"
            })
    void hostileNames(String name) throws SQLException {
        Table table = new Table(
                TableName.of(name),
                List.of(
                        Column.of(name, new Type.Int()).withNullable(false).withComment(Optional.of(name)),
                        Column.of(name + "2", new Type.Varchar(OptionalInt.empty()))
                                .withDefaultValue(value(dialect.literal(name)))),
                List.of(
                        new Constraint.PrimaryKey(Optional.of(name + "3"), List.of(name)),
                        new Constraint.ForeignKey(
                                Optional.of(name + "4"),
                                List.of(name),
                                TableName.of(name),
                                List.of(name),
                                Constraint.Action.NO_ACTION,
                                Constraint.Action.NO_ACTION)),
                List.of(Index.of(name + "5", List.of(name + "2"))),
                Optional.of(name));
        run(new CreateTable(table));
        Table found = inspect().findTable(table.name()).orElseThrow();
        assertThat(found.constraints()).isEqualTo(table.constraints());
        assertThat(found.indexes()).isEqualTo(table.indexes());
        assertThat(found.comment()).isEqualTo(table.comment());
        assertThat(found.columns().get(0)).isEqualTo(table.columns().get(0));
        execute("INSERT INTO " + dialect.quote(name) + " (" + dialect.quote(name) + ") VALUES (1)");
        assertThat(ask("SELECT " + dialect.quote(name + "2") + " FROM " + dialect.quote(name)))
                .isEqualTo(name);
        assertThat(dialect.normalize(inspect()).tables())
                .isEqualTo(
                        dialect.normalize(new Schema(List.of(table), List.of())).tables());
        run(new AlterColumn(
                table.name(),
                name,
                List.of(
                        new ColumnChange.TypeChange(Optional.empty(), new Type.BigInt(), Optional.empty()),
                        new ColumnChange.CommentChange(Change.to(Optional.empty())))));
        run(new DropTable(table.name(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "😀", "aü"})
    void namesLongerThanTheServerKeepsCompareAsTheServerCutThem(String unit) throws SQLException {
        String name = unit.repeat(64);
        Table table = new Table(
                TableName.of(name),
                List.of(Column.of(name, new Type.Int())),
                List.of(new Constraint.Check(Optional.of("c" + name), "1 = 1")),
                List.of(),
                Optional.empty());
        assertRoundTripOfNormalized(table);
    }

    private void assertRoundTripOfNormalized(Table table) throws SQLException {
        Schema model = dialect.normalize(new Schema(List.of(table), List.of()));
        run(new CreateTable(table));
        assertThat(dialect.normalize(inspect()).withDependencies(Set.of())).isEqualTo(model);
    }

    @Test
    void everyKeywordOfTheServerIsAName() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word, catcode FROM pg_get_keywords()")) {
            while (row.next()) {
                words.add(row.getString(1));
                assertThat(PostgresIdentifiers.isReserved(row.getString(1)))
                        .as(row.getString(1))
                        .isEqualTo("RT".contains(row.getString(2)));
            }
        }
        assertThat(words).hasSizeGreaterThan(400);
        connection.setAutoCommit(false);
        for (String word : words) {
            TableName table = TableName.of(word);
            for (Operation operation : List.of(
                    new CreateTable(Table.of(table, List.of(Column.of(word, new Type.Int())))),
                    new CreateIndex(table, Index.of("ix_" + word, List.of(word))),
                    new AlterColumn(table, word, List.of(type(new Type.BigInt()))),
                    new AddConstraint(table, new Constraint.Check(Optional.of(word), "1 = 1")),
                    new DropTable(table, Optional.empty()))) {
                run(operation, TableLookup.none());
            }
        }
    }

    private void alter(ColumnChange... changes) throws SQLException {
        run(new AlterColumn(T, "c", List.of(changes)));
    }

    private static ColumnChange type(Type to) {
        return new ColumnChange.TypeChange(Optional.empty(), to, Optional.empty());
    }

    @Test
    void typesThatNeedACastAndTheirDefaults() throws SQLException {
        execute("CREATE TABLE t (c varchar(20) DEFAULT '5'); INSERT INTO t VALUES ('12'), (DEFAULT)");
        alter(type(new Type.Int()));
        assertThat(ask("SELECT sum(c) FROM t")).isEqualTo("17");
        execute("INSERT INTO t DEFAULT VALUES");
        assertThat(ask("SELECT sum(c) FROM t")).isEqualTo("22");
        alter(type(new Type.Varchar(OptionalInt.of(10))));
        alter(type(new Type.BigInt()), new ColumnChange.DefaultChange(Change.to(value("7"))));
        assertThat(inspectedColumn("c").defaultValue()).isPresent();
        alter(type(new Type.Bool()));
        assertThat(ask("SELECT bool_and(c) FROM t")).isEqualTo("true");
        alter(new ColumnChange.DefaultChange(Change.to(Optional.empty())), type(new Type.SmallInt()));
        assertThat(inspectedColumn("c")).isEqualTo(Column.of("c", new Type.SmallInt()));
    }

    @Test
    void usingIsTakenAsItIsGiven() throws SQLException {
        execute("CREATE TABLE t (c integer DEFAULT 1); INSERT INTO t VALUES (3)");
        alter(
                new ColumnChange.TypeChange(Optional.empty(), new Type.Text(), Optional.of("'n' || c")),
                new ColumnChange.NullabilityChange(false),
                new ColumnChange.DefaultChange(Change.to(value("'none'"))),
                new ColumnChange.CommentChange(Change.to(Optional.of("text"))));
        assertThat(ask("SELECT c FROM t")).isEqualTo("n3");
        assertThat(dialect.normalize(inspect()).tables().get(0).columns())
                .containsExactly(Column.of("c", new Type.Text())
                        .withNullable(false)
                        .withDefaultValue(value("'none'"))
                        .withComment(Optional.of("text")));
    }

    @Test
    void changesAreOneStatement() {
        AlterColumn operation = new AlterColumn(
                T,
                "c",
                List.of(
                        new ColumnChange.TypeChange(
                                Optional.of(new Type.Varchar(OptionalInt.of(20))), new Type.Int(), Optional.empty()),
                        new ColumnChange.NullabilityChange(false),
                        new ColumnChange.DefaultChange(Change.to(value("0")))));
        assertThat(dialect.render(operation, TableLookup.none())).containsExactly(SqlStatement.of("""
                                ALTER TABLE t
                                    ALTER COLUMN c DROP DEFAULT,
                                    ALTER COLUMN c TYPE integer USING c::integer,
                                    ALTER COLUMN c SET NOT NULL,
                                    ALTER COLUMN c SET DEFAULT 0"""));
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndNotCut() throws SQLException {
        execute("CREATE TABLE t (c text); INSERT INTO t VALUES ('too long')");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> alter(type(new Type.Varchar(OptionalInt.of(3)))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void identityComesChangesAndGoes() throws SQLException {
        execute("CREATE TABLE t (c bigint); INSERT INTO t VALUES (41)");
        alter(
                new ColumnChange.NullabilityChange(false),
                new ColumnChange.IdentityChange(Change.between(Optional.empty(), Optional.of(Identity.byDefault()))));
        execute("INSERT INTO t DEFAULT VALUES");
        assertThat(ask("SELECT max(c) FROM t")).isEqualTo("42");
        Identity always = new Identity(true, OptionalLong.of(10), OptionalLong.of(5));
        alter(new ColumnChange.IdentityChange(Change.between(Optional.of(Identity.byDefault()), Optional.of(always))));
        assertThat(inspectedColumn("c").identity()).contains(always);
        alter(new ColumnChange.IdentityChange(Change.between(Optional.of(always), Optional.empty())));
        assertThat(inspectedColumn("c").identity()).isEmpty();
    }

    @Test
    void aTableAsAPersonWouldWriteIt() {
        Table table = new Table(
                TableName.of("author"),
                List.of(
                        Column.of("id", new Type.BigInt())
                                .withNullable(false)
                                .withIdentity(Optional.of(Identity.byDefault())),
                        Column.of("email", new Type.Varchar(OptionalInt.of(255)))
                                .withComment(Optional.of("for news"))),
                List.of(new Constraint.PrimaryKey(Optional.of("pk_author"), List.of("id"))),
                List.of(Index.of("ix_author_email", List.of("email"))),
                Optional.empty());
        assertThat(dialect.render(new CreateTable(table), TableLookup.none()))
                .extracting(SqlStatement::sql)
                .containsExactly(
                        """
                        CREATE TABLE author (
                            id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                            email varchar(255),
                            CONSTRAINT pk_author PRIMARY KEY (id)
                        )""",
                        "CREATE INDEX ix_author_email ON author (email)",
                        "COMMENT ON COLUMN author.email IS 'for news'");
    }
}
