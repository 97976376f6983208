package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.FailureKind;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValue;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateExtension;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropOptions;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.IndexBuild;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Persistence;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.Value;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.SqliteDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that no comparison drafts, those that SQLite cannot do, and what the dialect says. */
class SqliteVocabularyTest {
    private static final TableName T = TableName.of("t");

    private final SqliteDialect dialect = new SqliteDialect();
    private SqliteDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = SqliteDatabase.create();
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n VARCHAR(20), b BLOB)");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private List<String> run(Operation operation) throws SQLException {
        List<SqlStatement> statements = dialect.render(operation, TableLookup.of(database.inspect()));
        for (SqlStatement statement : statements) {
            database.execute(statement.sql());
        }
        return statements.stream().map(SqlStatement::sql).toList();
    }

    private Table table(String name) throws SQLException {
        return database.inspect().findTable(TableName.of(name)).orElseThrow();
    }

    @Test
    void rowsAndTruncation() throws SQLException {
        run(new BulkInsert(
                T,
                List.of("n", "b"),
                List.of(
                        List.of(new Value(Value.Kind.TEXT, "it's"), new Value(Value.Kind.BINARY, "00ff")),
                        List.of(new Value(Value.Kind.BOOLEAN, "true"), Value.sql("X'01'")))));
        assertThat(database.query("SELECT concat_ws(' ', id, n, hex(b)) FROM t ORDER BY id"))
                .containsExactly("1 it's 00FF", "2 1 01");
        run(new Truncate(List.of(T), false, false));
        run(new BulkInsert(T, List.of("n"), List.of(List.of(new Value(Value.Kind.NUMBER, "7")))));
        assertThat(database.query("SELECT id FROM t")).containsExactly("3");
        run(new Truncate(List.of(T), true, false));
        run(new BulkInsert(T, List.of("n"), List.of(List.of(Value.nothing()))));
        assertThat(database.query("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void renamesFollowInWhateverSpeaksOfIt() throws SQLException {
        database.load("CREATE INDEX ix ON t (n) WHERE n > 'a'; CREATE VIEW v AS SELECT n FROM t;"
                + "CREATE TABLE c (t_id INT REFERENCES t (id), CONSTRAINT one UNIQUE (t_id));");
        run(new RenameColumn(T, "n", "Name"));
        run(new RenameTable(T, "order"));
        run(new RenameIndex(TableName.of("order"), "ix", "ix_name"));
        run(new RenameConstraint(TableName.of("c"), "one", "two"));
        assertThat(table("order").findIndex("ix_name").orElseThrow().columns()).containsExactly("Name");
        assertThat(database.query("SELECT \"table\" FROM pragma_foreign_key_list('c')"))
                .containsExactly("order");
        assertThat(table("c").findConstraint("two")).isPresent();
        assertThat(database.query("SELECT count(*) FROM v")).containsExactly("0");
    }

    @Test
    void asManyColumnsAsThereAreWays() throws SQLException {
        database.execute("INSERT INTO t (n) VALUES ('x')");
        Column number = Column.of("k", new Type.BigInt());
        assertThat(run(new AddColumn(T, number.withNullable(false).withDefaultValue(text("1")))))
                .containsExactly("ALTER TABLE t ADD COLUMN k bigint NOT NULL DEFAULT 1");
        assertThat(run(new AddColumn(T, number.withName("l").withGenerated(Optional.of(new Generated("k + 1", true))))))
                .hasSizeGreaterThan(5);
        assertThat(run(new AddColumn(T, number.withName("m").withDefaultValue(text("random() * 0 + 2")))))
                .hasSizeGreaterThan(5);
        assertThat(database.query("SELECT k || l || m FROM t")).containsExactly("122");
        assertThat(run(new AddColumn(T, number, true))).isEmpty();
        assertThat(run(new DropColumn(T, "nope", Optional.empty(), new DropOptions(true, false))))
                .isEmpty();
        assertThat(run(new DropConstraint(T, "nope", Optional.empty(), new DropOptions(true, false))))
                .isEmpty();
        run(new DropColumn(T, "l", Optional.empty()));
        assertThat(table("t").findColumn("l")).isEmpty();
    }

    private static Optional<dev.aludel.schema.DefaultValue> text(String sql) {
        return Optional.of(new dev.aludel.schema.DefaultValue(sql));
    }

    @Test
    void thisVersionAltersWhatItCan() {
        TableLookup live = new TableLookup() {
            @Override
            public Optional<Table> find(TableName name) {
                return Optional.of(new Table(
                        name,
                        List.of(Column.of("n", new Type.Int()).withNullable(false), Column.of("m", new Type.Int())),
                        List.of(new Constraint.Check(Optional.of("ck"), "n > 0")),
                        List.of(),
                        Optional.empty()));
            }

            @Override
            public Optional<String> databaseVersion() {
                return Optional.of("3.53.4");
            }
        };
        assertThat(sql(new AlterColumn(T, "n", List.of(new ColumnChange.NullabilityChange(true))), live))
                .containsExactly("ALTER TABLE t ALTER COLUMN n DROP NOT NULL");
        assertThat(sql(new AlterColumn(T, "n", List.of(new ColumnChange.NullabilityChange(false))), live))
                .containsExactly("ALTER TABLE t ALTER COLUMN n SET NOT NULL");
        assertThat(sql(new DropConstraint(T, "ck", Optional.empty()), live))
                .containsExactly("ALTER TABLE t DROP CONSTRAINT ck");
        assertThat(sql(new AddConstraint(T, new Constraint.Check(Optional.of("c"), "n > 1")), live))
                .containsExactly("ALTER TABLE t ADD CONSTRAINT c CHECK (n > 1)");
        // It would refuse rows where the condition is null.
        assertThat(sql(new AddConstraint(T, new Constraint.Check(Optional.of("c"), "m > 1")), live))
                .hasSizeGreaterThan(3);
    }

    private List<String> sql(Operation operation, TableLookup tables) {
        return dialect.render(operation, tables).stream().map(SqlStatement::sql).toList();
    }

    @Test
    void temporaryTablesAndViews() throws SQLException {
        Table small = Table.of(TableName.of("small"), List.of(Column.of("a", new Type.Text())))
                .withIndexes(List.of(Index.of("ix_small", List.of("a"))))
                .withComment(Optional.of("left out"));
        run(new CreateTable(small, Persistence.TEMPORARY, Optional.empty(), false));
        assertThat(database.query("SELECT name FROM sqlite_temp_schema ORDER BY name"))
                .containsExactly("ix_small", "small");
        run(new CreateView(TableName.of("v"), "SELECT id FROM t;", false, true, false, true));
        run(new CreateView(TableName.of("v"), "SELECT n FROM t", false, true, false, true));
        assertThat(database.inspect().objects()).hasSize(1);
    }

    static Stream<Operation> whatSqliteCannotDo() {
        Column column = Column.of("x", new Type.Int());
        Constraint.Unique unique =
                new Constraint.Unique(Optional.of("uk"), List.of("n"), false, Constraint.Deferral.INITIALLY_DEFERRED);
        Constraint.Check notValid = new Constraint.Check(Optional.of("ck"), "n > 'a'", Set.of(Constraint.NOT_VALID));
        Index index = Index.of("ix", List.of("n"));
        ObjectName function = ObjectName.routine(Kind.FUNCTION, "f(int)");
        return Stream.of(
                new AddConstraint(T, unique),
                new AddConstraint(T, notValid),
                new AddConstraint(T, new Constraint.Unique(Optional.of("uk"), List.of("n"), true)),
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
                new CreateIndex(T, index.withInclude(List.of("b"))),
                new CreateIndex(T, index.withMethod(Optional.of("gin"))),
                new CreateIndex(T, index.withNullsNotDistinct(true)),
                new CreateIndex(T, index, new IndexBuild(true, false)),
                new CreateTable(Table.of(T, List.of(column.withIdentity(Optional.of(Identity.byDefault()))))),
                new CreateTable(Table.of(T, List.of(column)).withOptions(Map.of("ENGINE", "InnoDB"))),
                new CreateTable(Table.of(T, List.of(column.withType(new Type.Array(new Type.Int()))))),
                new CreateTable(Table.of(T, List.of(column)), Persistence.UNLOGGED, Optional.empty(), false),
                new AddColumn(T, column.withOptions(Map.of("INVISIBLE", ""))),
                new DropTable(T, Optional.empty(), new DropOptions(false, true)),
                new DropIndex(T, "ix", Optional.empty(), true, DropOptions.strict()),
                new CommentOnTable(T, Change.to(Optional.of("text"))),
                new AlterColumn(T, "n", List.of(new ColumnChange.CommentChange(Change.to(Optional.of("text"))))),
                new CreateSequence(new Sequence(TableName.of("s"), 1, 1), false),
                new CreateSchema("sales", false),
                new CreateEnum(TableName.of("mood"), List.of("sad")),
                new CreateView(TableName.of("v"), "SELECT 1", true, false, false, true),
                new CreateFromSql(function, "CREATE FUNCTION f() …"),
                new RenameObject(ObjectName.of(Kind.VIEW, TableName.of("v")), "w"),
                new RenameIndex(T, "nope", "other"),
                new Truncate(List.of(T), false, true),
                new AddEnumValue(TableName.of("mood"), "x", Optional.empty(), Optional.empty(), false),
                new CreateExtension("hstore", Optional.empty(), Optional.empty(), false));
    }

    @ParameterizedTest
    @MethodSource
    void whatSqliteCannotDo(Operation operation) throws SQLException {
        TableLookup live = TableLookup.of(database.inspect());
        AludelException refused = catchThrowableOfType(AludelException.class, () -> dialect.render(operation, live));
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(refused.format()).contains("SQLite ", "do  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE author ADD COLUMN a INT | one writer on author",
                "ALTER TABLE \"a b\" DROP COLUMN a | one writer on \"a b\", rewrites the table, destructive",
                "ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) | one writer on a, reads the whole table",
                "ALTER TABLE a DROP CONSTRAINT c | one writer on a",
                "CREATE UNIQUE INDEX i ON a (x) | one writer on a, reads the whole table",
                "DROP TABLE IF EXISTS a | one writer on a, destructive",
                "UPDATE a SET x = 1 | one writer on a, reads the whole table",
                "CREATE TABLE aludel_new_a (b); INSERT INTO aludel_new_a (b) SELECT b FROM a; DROP TABLE a; ALTER TABLE"
                        + " aludel_new_a RENAME TO a | one writer on a, rewrites the table",
                "SELECT 1 | ''"
            })
    void impact(String sql, String expected) {
        assertThat(dialect.impact(SqlStatement.of(sql)).describe()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | integer",
                "INT | INT",
                "varchar ( 20 ) | varchar(20)",
                "DECIMAL(10, 2) | DECIMAL(10,2)",
                "numeric(10, 2) | numeric(10,2)",
                "timestamp with time zone | timestamp with time zone",
                "double  precision | double precision",
                "BLOB | blob",
                "'' | ''"
            })
    void types(String declared, String rendered) {
        assertThat(dialect.render(dialect.parseType(declared))).isEqualTo(rendered);
    }

    @Test
    void everyTypeIsReadAsItIsWritten() {
        for (Type type : List.of(
                new Type.Bool(),
                new Type.TinyInt(),
                new Type.Int(),
                new Type.Decimal(OptionalInt.of(10), OptionalInt.of(2)),
                new Type.Decimal(OptionalInt.empty(), OptionalInt.empty()),
                new Type.Char(3),
                new Type.Binary(OptionalInt.of(16)),
                new Type.Time(OptionalInt.of(3), true),
                new Type.Timestamp(OptionalInt.of(6), true),
                new Type.Timestamp(OptionalInt.of(6), false),
                new Type.Uuid(),
                new Type.Json(true))) {
            assertThat(dialect.parseType(dialect.render(type))).isEqualTo(type);
        }
    }

    @Test
    void splitting() {
        assertThat(dialect.split("""
                        CREATE TRIGGER a AFTER INSERT ON t BEGIN
                            UPDATE t SET n = CASE WHEN new.n = ';' THEN 'END' ELSE n END; -- END;
                            DELETE FROM t;
                        END;
                        CREATE TEMP TRIGGER b AFTER INSERT ON t BEGIN SELECT [end;], `a;b`, "c;d"; END; SELECT 1;;
                        VACUUM; PRAGMA foreign_keys = ON
                        """))
                .extracting(SqlStatement::line, SqlStatement::transactional)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, true),
                        org.assertj.core.groups.Tuple.tuple(5, true),
                        org.assertj.core.groups.Tuple.tuple(5, true),
                        org.assertj.core.groups.Tuple.tuple(6, false),
                        org.assertj.core.groups.Tuple.tuple(6, false));
        AludelException refused =
                catchThrowableOfType(AludelException.class, () -> dialect.split("SELECT 1;\nCOMMIT;"));
        assertThat(refused.format()).contains("COMMIT cannot be in a migration", "line 2");
    }

    @Test
    void failuresAreToldAndSorted() throws SQLException {
        SQLException missing = catchThrowableOfType(SQLException.class, () -> database.execute("SELECT * FROM nope"));
        assertThat(dialect.describeFailure(missing)).isEqualTo("SQLite: no such table: nope (SQLITE_ERROR)");
        assertThat(dialect.classify(missing)).isEqualTo(FailureKind.OTHER);
        SQLException nowhere = catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection("jdbc:sqlite:/nowhere/at/all.db"));
        assertThat(dialect.classify(nowhere)).isIn(FailureKind.NO_SUCH_DATABASE, FailureKind.UNREACHABLE);
        assertThat(dialect.classify(new SQLException("[SQLITE_BUSY] locked", null, 5)))
                .isEqualTo(FailureKind.LOCK_TIMEOUT);
        assertThat(dialect.classify(new SQLException("[SQLITE_READONLY] no", null, 8)))
                .isEqualTo(FailureKind.MISSING_PRIVILEGE);
    }

    @Test
    void aScratchDatabaseHasNothingInIt() throws SQLException {
        try (ScratchDatabase scratch =
                dialect.scratch(change -> DriverManager.getConnection(change.apply("jdbc:sqlite:/nowhere/shop.db")))) {
            assertThat(dialect.inspect(scratch.connection(), InspectOptions.currentSchema()))
                    .isEqualTo(Schema.empty());
            scratch.resetSession();
        }
    }

    @Test
    void virtualTablesAreLeftAlone() throws SQLException {
        database.execute("CREATE VIRTUAL TABLE words USING fts5 (word)");
        assertThat(database.inspect().tables())
                .extracting(table -> table.name().name())
                .containsExactly("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(a INT, b TEXT) | (A int, \"b\" text)",
                "(a INT DEFAULT (1)) | (a int default 1)",
                "(a INT DEFAULT NULL) | (a int)",
                "(a TEXT DEFAULT \"x\") | (a text default 'x')",
                "(a BOOLEAN DEFAULT TRUE) | (a boolean default 1)",
                "(a INT, CHECK ((a > 0) AND [a] != 7)) | (a int, check (\"a\"   <>7  and  `a` == 0 or a>0))",
                "(a TEXT COLLATE binary) | (a text)",
                "(a INT AS (a+1)) | (a int generated always as ( A + 1 ) virtual)",
                "(a INT PRIMARY KEY) | (a int not null, primary key (a asc))",
                "(a INT REFERENCES t) | (a int, foreign key (a) references t (id) match simple)",
                "(a INTEGER PRIMARY KEY AUTOINCREMENT) | (a integer, primary key (a autoincrement))"
            })
    void whatIsTheSameAndWhatIsNot(String one, String other) throws SQLException {
        boolean differs = other.contains(" or ");
        assertThat(SqliteNormalizer.normalize(read(one)).equals(SqliteNormalizer.normalize(read(other))))
                .isEqualTo(!differs);
    }

    private static Schema read(String definition) {
        Table referenced = TableReader.read(T, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Table table = TableReader.read(TableName.of("u"), "CREATE TABLE u " + definition);
        Schema both = new Schema(List.of(referenced, table), List.of());
        return both.withTables(both.tables().stream()
                .map(each -> each.withColumns(each.columns().stream()
                        .map(column -> column.withName(column.name().toLowerCase(java.util.Locale.ROOT)))
                        .toList()))
                .toList());
    }

    @Test
    void namesInOtherLettersAreTheSameToAModel() throws SQLException {
        database.load("CREATE TABLE Author (Id INTEGER PRIMARY KEY, Name TEXT, CONSTRAINT UK UNIQUE (Name),"
                + " CHECK (Id > 0 AND Name <> ''));");
        Schema live = dialect.normalize(database.inspect());
        Table model = TableReader.read(
                TableName.of("AUTHOR"),
                "CREATE TABLE AUTHOR (ID INTEGER PRIMARY KEY AUTOINCREMENT, NAME TEXT, CONSTRAINT uk UNIQUE (NAME),"
                        + " CHECK (NAME <> '' AND ID > 0))");
        Schema settled =
                dialect.settle(database.connection(), dialect.normalize(new Schema(List.of(model), List.of())), live);
        Table found = settled.tables().get(0);
        Table wanted = live.findTable(TableName.of("Author")).orElseThrow();
        assertThat(found.name()).isEqualTo(wanted.name());
        assertThat(found.columns()).isEqualTo(wanted.columns());
        assertThat(found.constraints().stream()
                        .filter(each ->
                                !(each instanceof Constraint.PrimaryKey) && !(each instanceof Constraint.Check)))
                .isSubsetOf(wanted.constraints());
    }
}
