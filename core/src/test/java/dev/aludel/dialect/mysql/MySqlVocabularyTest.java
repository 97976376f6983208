package dev.aludel.dialect.mysql;

import static dev.aludel.migration.Columns.array;
import static dev.aludel.migration.Columns.asc;
import static dev.aludel.migration.Columns.bigint;
import static dev.aludel.migration.Columns.binary;
import static dev.aludel.migration.Columns.bool;
import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.date;
import static dev.aludel.migration.Columns.desc;
import static dev.aludel.migration.Columns.foreignKey;
import static dev.aludel.migration.Columns.index;
import static dev.aludel.migration.Columns.integer;
import static dev.aludel.migration.Columns.numeric;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.sql;
import static dev.aludel.migration.Columns.text;
import static dev.aludel.migration.Columns.timestamp;
import static dev.aludel.migration.Columns.timestampWithTimeZone;
import static dev.aludel.migration.Columns.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint.Action;
import dev.aludel.schema.Schema;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word of {@code op} does on MySQL and MariaDB what it says, or is refused with what to write instead. */
class MySqlVocabularyTest {
    private static final String SERVERS = "dev.aludel.servers.MySqlServer#available";

    private static List<Operation> operations(Consumer<Operations> migration) {
        Operations op = Operations.create();
        migration.accept(op);
        return op.recorded().stream().map(RecordedOperation::operation).toList();
    }

    /** Runs a migration on the connection's database; the SQL. */
    private static List<String> run(MySqlDatabase database, Consumer<Operations> migration) throws SQLException {
        Dialect dialect = database.dialect();
        List<String> ran = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Operation operation : operations(migration)) {
                Schema before = dialect.inspect(connection, InspectOptions.currentSchema());
                for (SqlStatement each : dialect.render(operation, TableLookup.of(before))) {
                    statement.execute(each.sql());
                    ran.add(each.sql());
                }
            }
        }
        return ran;
    }

    private static void createBooks(MySqlDatabase database) throws SQLException {
        run(database, op -> {
            op.createTable("author", column("id", bigint()).notNull().identity(), primaryKey("pk_author", "id"));
            op.createTable(
                            "book",
                            column("id", bigint()).notNull().identity(),
                            column("author_id", bigint()),
                            column("title", varchar(20))
                                    .notNull()
                                    .defaultValue("'it''s'")
                                    .comment("as on the cover"),
                            column("price", numeric(10, 2)),
                            primaryKey("pk_book", "id"),
                            foreignKey("fk_author", "author_id")
                                    .references("author", "id")
                                    .onDelete(Action.CASCADE))
                    .comment("what we sell");
        });
    }

    /** Type, nullability, default, what else, and comment; MariaDB shows widths of integers. */
    private static String found(MySqlDatabase database, String table, String column) throws SQLException {
        String found = String.join(
                "",
                database.query(
                        "SELECT concat_ws(' ', column_type, is_nullable, replace(column_default, '''', ''), extra, column_comment)"
                                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
                                + table
                                + "' AND column_name = '" + column + "'"));
        return found.replaceFirst("^(\\w*int)\\(\\d+\\)", "$1")
                .replaceAll(" +", " ")
                .strip();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void tablesAndComments(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            createBooks(database);
            run(database, op -> {
                op.createTable("author", column("x", integer())).ifNotExists();
                op.renameTable("book", "tome");
                op.commentOnTable("tome", "heavy; it's");
                op.noCommentOnTable("author");
                op.createTable("seen", column("id", bigint()), index("ix_seen", "id"))
                        .options("ROW_FORMAT=COMPRESSED");
                op.dropTable("nowhere").ifExists();
            });
            assertThat(database.query("SELECT concat_ws(' ', table_name, table_comment, row_format)"
                            + " FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1"))
                    .containsExactly("author  Dynamic", "seen  Compressed", "tome heavy; it's Dynamic");
            assertThat(found(database, "author", "x")).isEmpty();
            assertThat(found(database, "tome", "title")).isEqualTo("varchar(20) NO its as on the cover");
        }
    }

    /** The server wants the whole column; what is not told stays. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void aChangedColumnKeepsWhatIsNotTold(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            createBooks(database);
            run(database, op -> op.alterColumn("book", "title").type(varchar(200)));
            assertThat(found(database, "book", "title")).isEqualTo("varchar(200) NO its as on the cover");
            run(database, op -> op.alterColumn("book", "title").nullable());
            assertThat(found(database, "book", "title")).isEqualTo("varchar(200) YES its as on the cover");
            run(database, op -> op.alterColumn("book", "title").noComment());
            run(
                    database,
                    op -> op.alterColumn("book", "title").defaultValue("'x'").notNull());
            assertThat(found(database, "book", "title")).isEqualTo("varchar(200) NO x");
            run(database, op -> op.alterColumn("book", "title").noDefault());
            run(database, op -> op.commentOnColumn("book", "title", "new"));
            run(database, op -> op.renameColumn("book", "title", "name"));
            assertThat(found(database, "book", "name")).isEqualTo("varchar(200) NO new");
            run(database, op -> op.alterColumn("book", "id").noIdentity());
            assertThat(found(database, "book", "id")).isEqualTo("bigint NO");
            run(database, op -> op.alterColumn("book", "id").identity());
            assertThat(found(database, "book", "id")).isEqualTo("bigint NO auto_increment");
            run(database, op -> op.dropColumn("book", "name"));
            assertThat(found(database, "book", "name")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void keysChecksAndIndexes(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            createBooks(database);
            run(database, op -> {
                op.addUnique("uk_title", "book", "title");
                op.addCheck("ck_price", "book", "price >= 0");
                op.addForeignKey("fk_two", "book", "author_id")
                        .references("author", "id")
                        .onUpdate(Action.CASCADE);
                op.createIndex("ix_price", "book", desc("price"), asc("title"));
                op.renameIndex("book", "ix_price", "ix_cost");
            });
            assertThat(
                            database.query(
                                    "SELECT concat_ws(' ', constraint_type, constraint_name)"
                                            + " FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'book' ORDER BY 1"))
                    .containsExactly(
                            "CHECK ck_price",
                            "FOREIGN KEY fk_author",
                            "FOREIGN KEY fk_two",
                            "PRIMARY KEY PRIMARY",
                            "UNIQUE uk_title");
            run(database, op -> {
                op.dropConstraint("ck_price", "book");
                op.dropConstraint("uk_title", "book");
                op.dropConstraint("fk_two", "book");
                op.dropIndex("ix_cost", "book");
            });
            assertThat(database.query("SELECT constraint_name FROM information_schema.table_constraints"
                            + " WHERE table_schema = DATABASE() AND table_name = 'book' ORDER BY 1"))
                    .containsExactly("fk_author", "PRIMARY");
            assertThat(database.query("SELECT DISTINCT index_name FROM information_schema.statistics"
                            + " WHERE table_schema = DATABASE() AND table_name = 'book' AND index_name LIKE 'ix%'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void rows(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
            run(database, op -> {
                op.createTable(
                        "t",
                        column("id", integer()).notNull().identity(),
                        column("n", varchar(40)),
                        column("b", binary()),
                        column("d", date()),
                        column("at", timestamp(3)),
                        column("done", bool()),
                        column("u", varchar(36)),
                        column("price", numeric(10, 2)),
                        primaryKey("pk", "id"));
                op.bulkInsert("t", "n", "b", "d", "at", "done", "u", "price")
                        .row(
                                "it's \\ \"a\"\n",
                                new byte[] {0, (byte) 255},
                                LocalDate.of(1929, 10, 21),
                                LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000),
                                true,
                                id,
                                7.25)
                        .row(null, null, null, sql("now(3)"), false, null, null);
            });
            assertThat(database.query(
                            "SELECT concat_ws('|', id, n, hex(b), d, at, done, u, price) FROM t WHERE id = 1"))
                    .containsExactly("1|it's \\ \"a\"\n|00FF|1929-10-21|2026-01-02 03:04:05.678|1|" + id + "|7.25");
            assertThat(
                            database.query(
                                    "SELECT concat_ws('|', id, n, abs(timestampdiff(SECOND, at, now())) < 60, done) FROM t WHERE id = 2"))
                    .containsExactly("2|1|0");
            run(
                    database,
                    op -> op.backfill("t", "id").set("n = concat('n', id)").where("n IS NULL"));
            assertThat(database.query("SELECT n FROM t WHERE id = 2")).containsExactly("n2");
            run(database, op -> op.truncate("t").restartIdentity());
            run(database, op -> op.bulkInsert("t", "n").row("again"));
            assertThat(database.query("SELECT id FROM t")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void anInstantIsTheSameMomentInEachTimeZone(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            run(database, op -> {
                op.createTable("t", column("at", timestampWithTimeZone(6)), column("n", varchar(40)));
                op.execute("SET time_zone = '+05:00'");
                op.bulkInsert("t", "at", "n")
                        .row(Instant.ofEpochSecond(1_000_000_000, 123_456_789), "2026-01-02T00:00:00Z");
                op.execute("SET time_zone = 'SYSTEM'");
                op.bulkInsert("t", "at").row(OffsetDateTime.parse("2001-09-09T03:46:40+02:00"));
                op.bulkInsert("t", "at").row(ZonedDateTime.parse("2001-09-09T03:46:40+02:00[Europe/Berlin]"));
            });
            assertThat(database.query("SELECT concat_ws(' ', unix_timestamp(at), n) FROM t ORDER BY n DESC"))
                    .containsExactly(
                            "1000000000.123456 2026-01-02T00:00:00Z", "1000000000.000000", "1000000000.000000");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void objects(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            createBooks(database);
            run(database, op -> {
                op.createView("cheap", "SELECT id FROM book WHERE price < 5");
                op.createView("cheap", "SELECT id, title FROM book WHERE price < 7")
                        .orReplace();
                op.renameView("cheap", "bargain");
                op.createFunction(
                        "total",
                        "CREATE FUNCTION total(n INT) RETURNS INT DETERMINISTIC NO SQL BEGIN SET n = n + 1; RETURN n; END");
                op.createProcedure("settle", "CREATE PROCEDURE settle() DELETE FROM book");
                op.createTrigger(
                        "audit",
                        "book",
                        "CREATE TRIGGER audit BEFORE INSERT ON book FOR EACH ROW BEGIN SET new.price = 1; SET new.title = 'x'; END");
                op.createEvent("nightly", "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM book");
            });
            assertThat(database.dump())
                    .anyMatch(line -> line.startsWith("bargain: CREATE"))
                    .anyMatch(line -> line.startsWith("FUNCTION total"))
                    .anyMatch(line -> line.startsWith("PROCEDURE settle"))
                    .anyMatch(line -> line.startsWith("trigger audit"))
                    .anyMatch(line -> line.startsWith("event nightly"));
            assertThat(database.query("SELECT total(6)")).containsExactly("7");
            run(database, op -> {
                op.dropView("bargain").ifExists();
                op.dropFunction("total");
                op.dropProcedure("settle").ifExists();
                op.dropTrigger("audit", "book");
                op.dropEvent("nightly");
            });
            assertThat(database.dump()).noneMatch(line -> line.matches("(bargain|FUNCTION|PROCEDURE|trigger|event).*"));
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void sequencesAreMariaDbs(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            Consumer<Operations> create = op -> op.createSequence("ticket")
                    .start(100)
                    .increment(5)
                    .min(100)
                    .max(999)
                    .cycle();
            if (!server.isMariaDb()) {
                assertThat(refusal(database.dialect(), create).format()).contains("MySQL has no sequences");
                return;
            }
            run(database, create);
            assertThat(database.query("SELECT NEXT VALUE FOR ticket")).containsExactly("100");
            run(database, op -> {
                op.alterSequence("ticket").restart(200);
                op.renameSequence("ticket", "number");
            });
            assertThat(database.query("SELECT NEXT VALUE FOR number")).containsExactly("200");
            run(database, op -> op.dropSequence("number"));
            assertThat(database.query("SHOW TABLES")).isEmpty();
        }
    }

    private static AludelException refusal(Dialect dialect, Consumer<Operations> migration) {
        return catchThrowableOfType(
                AludelException.class,
                () -> operations(migration).forEach(operation -> dialect.render(operation, TableLookup.none())));
    }

    static Stream<Arguments> whatBothRefuse() {
        return Stream.of(
                refused("deferrable", op -> op.addUnique("uk", "t", "n").deferrable()),
                refused("nulls not distinct", op -> op.addUniqueNullsNotDistinct("uk", "t", "n")),
                refused(
                        "match full",
                        op -> op.addForeignKey("fk", "t", "n")
                                .references("u", "n")
                                .matchFull()),
                refused("not valid", op -> op.addCheck("ck", "t", "n > 0").notValid()),
                refused("validate", op -> op.validateConstraint("ck", "t")),
                refused("using index", op -> op.addUnique("uk", "t", "n").usingIndex("ix")),
                refused("exclusion", op -> op.addExclusion("ex", "t", "n WITH =")),
                refused("partial index", op -> op.createIndex("ix", "t", "n").where("n > 0")),
                refused("included columns", op -> op.createIndex("ix", "t", "n").include("b")),
                refused(
                        "nulls in an index",
                        op -> op.createIndex("ix", "t", "n").unique().nullsNotDistinct()),
                refused("cascade of a table", op -> op.dropTable("t").cascade()),
                refused("cascade of a column", op -> op.dropColumn("t", "n").cascade()),
                refused("cascade of a view", op -> op.dropView("v").cascade()),
                refused("cascade of rows", op -> op.truncate("t").cascade()),
                refused(
                        "unlogged",
                        op -> op.createTable("t", column("n", integer())).unlogged()),
                refused("arrays", op -> op.addColumn("t", column("n", array(integer())))),
                refused("enum types", op -> op.createEnum("mood", "sad")),
                refused("enum values", op -> op.addEnumValue("mood", "glad")),
                refused("materialized views", op -> op.createMaterializedView("m", "SELECT 1")),
                refused("extensions", op -> op.createExtension("hstore")),
                refused("an unknown column", op -> op.alterColumn("t", "n").type(text())));
    }

    private static Arguments refused(String what, Consumer<Operations> migration) {
        return Arguments.of(what, migration);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatBothRefuse(String what, Consumer<Operations> migration) {
        for (String product : List.of("MySQL", "MariaDB")) {
            AludelException refused = refusal(Dialects.forProduct(product), migration);
            assertThat(refused).as(what + " on " + product).isNotNull();
            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
            assertThat(refused.format()).contains(product + " ", "do  ");
        }
    }

    /** MariaDB has the conditions; MySQL is refused before it stumbles over them. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void conditionsThatOnlyMariaDbHas(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            createBooks(database);
            Consumer<Operations> migration = op -> {
                op.addColumn("book", column("title", varchar(9))).ifNotExists();
                op.dropColumn("book", "nothing").ifExists();
            };
            if (server.isMariaDb()) {
                run(database, migration);
                assertThat(found(database, "book", "title")).startsWith("varchar(20)");
            } else {
                assertThat(refusal(database.dialect(), migration).format())
                        .contains("MySQL has no ADD COLUMN IF NOT EXISTS");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE author ADD COLUMN a INT | EXCLUSIVE on author",
                "ALTER TABLE `a b` DROP COLUMN a | EXCLUSIVE on `a b`, destructive",
                "ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) | EXCLUSIVE on a, reads the whole table",
                "ALTER TABLE a DROP CONSTRAINT c | EXCLUSIVE on a",
                "ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 | EXCLUSIVE on a, rewrites the table",
                "CREATE UNIQUE INDEX i ON s.a (x) | EXCLUSIVE on s.a, reads the whole table",
                "DROP TABLE IF EXISTS a | EXCLUSIVE on a, destructive",
                "UPDATE a SET x = 1 | SHARED WRITE on a, reads the whole table",
                "SELECT 1 | ''"
            })
    void impact(String sql, String expected) {
        assertThat(new MySqlDialect().impact(SqlStatement.of(sql)).describe()).isEqualTo(expected);
    }
}
