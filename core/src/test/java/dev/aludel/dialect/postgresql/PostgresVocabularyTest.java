package dev.aludel.dialect.postgresql;

import static dev.aludel.migration.Columns.array;
import static dev.aludel.migration.Columns.bigint;
import static dev.aludel.migration.Columns.binary;
import static dev.aludel.migration.Columns.bool;
import static dev.aludel.migration.Columns.column;
import static dev.aludel.migration.Columns.date;
import static dev.aludel.migration.Columns.doublePrecision;
import static dev.aludel.migration.Columns.foreignKey;
import static dev.aludel.migration.Columns.integer;
import static dev.aludel.migration.Columns.nativeType;
import static dev.aludel.migration.Columns.numeric;
import static dev.aludel.migration.Columns.operatorClass;
import static dev.aludel.migration.Columns.primaryKey;
import static dev.aludel.migration.Columns.sql;
import static dev.aludel.migration.Columns.text;
import static dev.aludel.migration.Columns.time;
import static dev.aludel.migration.Columns.timestamp;
import static dev.aludel.migration.Columns.timestampWithTimeZone;
import static dev.aludel.migration.Columns.unique;
import static dev.aludel.migration.Columns.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.autogenerate.Adoption;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.test.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each word of {@code op} does on PostgreSQL what it says. */
class PostgresVocabularyTest {
    private final PostgresDialect dialect = new PostgresDialect();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private void run(Consumer<Operations> migration) throws SQLException {
        for (SqlStatement each : render(migration)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each.sql());
            }
        }
    }

    private List<SqlStatement> render(Consumer<Operations> migration) {
        Operations op = Operations.create();
        migration.accept(op);
        return op.recorded().stream()
                .map(RecordedOperation::operation)
                .flatMap(operation -> dialect.render(operation, TableLookup.none()).stream())
                .toList();
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getObject(1)) : "no row";
        }
    }

    private void assertFails(String sql, String message) {
        assertThatThrownBy(() -> ask(sql)).isInstanceOf(SQLException.class).hasMessageContaining(message);
    }

    private Schema inspect() throws SQLException {
        return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
    }

    private Table inspected(String table) throws SQLException {
        return inspect().findTable(TableName.of(table)).orElseThrow();
    }

    private void createAuthorAndBook() throws SQLException {
        run(op -> {
            op.createTable("author", column("id", bigint()).notNull().identity(), primaryKey("pk_author", "id"));
            op.createTable(
                    "book",
                    column("id", bigint()).notNull(),
                    column("author_id", bigint()),
                    column("title", text()),
                    column("price", integer()),
                    primaryKey("pk_book", "id"),
                    foreignKey("fk_book_author", "author_id").references("author", "id"));
        });
    }

    @Test
    void whatIsThereOrGoneAlreadyIsNoErrorToThePatient() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createTable("author", column("other", text())).ifNotExists();
            op.addColumn("book", column("title", integer())).ifNotExists();
            op.createIndex("ix_title", "book", "title");
            op.createIndex("ix_title", "book", "price").ifNotExists();
            op.createSequence("s").increment(50);
            op.createSequence("s").ifNotExists();
            op.createSchema("shop");
            op.createSchema("shop").ifNotExists();
            op.createExtension("plpgsql").ifNotExists();
            op.dropTable("nobody").ifExists();
            op.dropColumn("book", "nothing").ifExists();
            op.dropConstraint("nothing", "book").ifExists();
            op.dropIndex("nothing", "book").ifExists();
            op.dropSequence("nothing").ifExists();
            op.dropSchema("nothing").ifExists();
            op.dropType("nothing").ifExists();
            op.dropView("nothing").ifExists();
            op.dropMaterializedView("nothing").ifExists();
            op.dropFunction("nothing(int)").ifExists();
            op.dropProcedure("nothing(int)").ifExists();
            op.dropTrigger("nothing", "book").ifExists();
            op.dropExtension("nothing").ifExists();
        });
        assertThat(inspected("author").columns()).hasSize(1);
        assertThat(inspected("book").findColumn("title").orElseThrow().type()).isEqualTo(text());
        assertThat(inspected("book").findIndex("ix_title").orElseThrow().columns())
                .containsExactly("title");
        assertThat(ask("SELECT seqincrement FROM pg_sequence WHERE seqrelid = 's'::regclass"))
                .isEqualTo("50");
    }

    @Test
    void aCascadeTakesAlongWhatDepends() throws SQLException {
        createAuthorAndBook();
        run(op -> op.dropConstraint("pk_author", "author").cascade());
        assertThat(inspected("book").findConstraint("fk_book_author")).isEmpty();
        run(op -> {
            op.createView("titles", "SELECT title FROM book");
            op.dropColumn("book", "title").cascade();
        });
        assertThat(ask("SELECT to_regclass('titles')")).isEqualTo("null");
        run(op -> {
            op.createView("prices", "SELECT price FROM book");
            op.dropTable("book").cascade();
        });
        assertThat(ask("SELECT to_regclass('prices')")).isEqualTo("null");
        run(op -> {
            op.createSequence("s");
            op.addColumn("author", column("n", bigint()).defaultValue("nextval('s')"));
            op.dropSequence("s").cascade();
        });
        assertThat(inspected("author").findColumn("n").orElseThrow().defaultValue())
                .isEmpty();
    }

    @Test
    void tablesThatDoNotLast() throws SQLException {
        run(op -> {
            op.createTable("fast", column("id", bigint())).unlogged();
            op.createTable("mine", column("id", bigint())).temporary();
        });
        assertThat(ask("SELECT relpersistence FROM pg_class WHERE relname = 'fast'"))
                .isEqualTo("u");
        assertThat(ask("SELECT relpersistence FROM pg_class WHERE relname = 'mine'"))
                .isEqualTo("t");
    }

    @Test
    void whatOnlyPostgresHasStandsBehindTheTable() throws SQLException {
        run(op -> {
            op.createTable("visit", column("day", date()).notNull(), primaryKey("pk_visit", "day"))
                    .options("PARTITION BY RANGE (day)")
                    .comment("by month");
            op.execute("CREATE TABLE visit_1 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')");
            op.bulkInsert("visit", "day").row(LocalDate.of(2026, 1, 15));
        });
        assertThat(ask("SELECT day FROM visit_1")).isEqualTo("2026-01-15");
        assertThat(inspected("visit").comment()).contains("by month");
    }

    @Test
    void commentsOnColumnsInOneLine() throws SQLException {
        createAuthorAndBook();
        run(op -> op.commentOnColumn("book", "title", "it's the title"));
        assertThat(inspected("book").findColumn("title").orElseThrow().comment())
                .contains("it's the title");
        run(op -> op.noCommentOnColumn("book", "title"));
        assertThat(inspected("book").findColumn("title").orElseThrow().comment())
                .isEmpty();
    }

    @Test
    void indexesWithEverythingTheyCanHave() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createIndex("ix_1", "book", "title")
                    .unique()
                    .include("price", "author_id")
                    .with("fillfactor", "70")
                    .with("deduplicate_items", "off")
                    .where("price > 0");
            op.createIndex("ix_2", "book", operatorClass("title", "text_pattern_ops"));
        });
        assertThat(inspected("book").findIndex("ix_1").orElseThrow())
                .isEqualTo(new Index(
                        Optional.of("ix_1"),
                        List.of(Index.Part.column("title")),
                        true,
                        Optional.empty(),
                        Optional.of("price > 0"),
                        List.of("price", "author_id"),
                        false,
                        Map.of("fillfactor", "70", "deduplicate_items", "off")));
        assertThat(ask("SELECT reloptions::text FROM pg_class WHERE relname = 'ix_1'"))
                .isEqualTo("{deduplicate_items=off,fillfactor=70}");
        assertThat(inspected("book").findIndex("ix_2").orElseThrow().parts())
                .containsExactly(operatorClass("title", "text_pattern_ops"));
    }

    @Test
    void nullsOfAnIndexThatAreEqual() throws SQLException {
        createAuthorAndBook();
        Consumer<Operations> migration =
                op -> op.createIndex("ix_1", "book", "title").unique().nullsNotDistinct();
        if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
            assertThatThrownBy(() -> run(migration)).isInstanceOf(SQLException.class);
        } else {
            run(migration);
            assertThat(inspected("book").findIndex("ix_1").orElseThrow().nullsNotDistinct())
                    .isTrue();
        }
    }

    @Test
    void concurrentlyIsOutsideOfATransaction() throws SQLException {
        createAuthorAndBook();
        Consumer<Operations> creation =
                op -> op.createIndex("ix_1", "book", "title").concurrently().ifNotExists();
        Consumer<Operations> drop =
                op -> op.dropIndex("ix_1", "book").concurrently().ifExists();
        assertThat(render(creation)).extracting(SqlStatement::transactional).containsExactly(false);
        assertThat(render(drop)).extracting(SqlStatement::transactional).containsExactly(false);
        run(creation);
        assertThat(inspected("book").findIndex("ix_1")).isPresent();
        run(drop);
        assertThat(inspected("book").findIndex("ix_1")).isEmpty();
    }

    @Test
    void keysThatAreCheckedLater() throws SQLException {
        run(op -> {
            op.createTable(
                    "a",
                    column("id", bigint()).notNull(),
                    column("n", bigint()),
                    column("m", bigint()),
                    primaryKey("pk_a", "id").deferrable(),
                    unique("uk_a", "n").initiallyDeferred());
            op.createTable("key", column("x", bigint()), column("y", bigint()), unique("uk_key", "x", "y"));
            op.addForeignKey("fk_a", "a", "n", "m")
                    .references("key", "x", "y")
                    .onDelete(Constraint.Action.CASCADE)
                    .matchFull()
                    .initiallyDeferred();
        });
        Table live = inspected("a");
        assertThat(live.findConstraint("pk_a"))
                .contains(new Constraint.PrimaryKey(
                        Optional.of("pk_a"), List.of("id"), Constraint.Deferral.INITIALLY_IMMEDIATE));
        assertThat(live.findConstraint("uk_a"))
                .contains(new Constraint.Unique(
                        Optional.of("uk_a"), List.of("n"), false, Constraint.Deferral.INITIALLY_DEFERRED));
        assertThat(live.findConstraint("fk_a"))
                .contains(new Constraint.ForeignKey(
                        Optional.of("fk_a"),
                        List.of("n", "m"),
                        TableName.of("key"),
                        List.of("x", "y"),
                        Constraint.Action.CASCADE,
                        Constraint.Action.NO_ACTION,
                        Constraint.Match.FULL,
                        Constraint.Deferral.INITIALLY_DEFERRED));
    }

    @Test
    void whatEntitiesCannotSayIsNoDifferenceAndComesBackWithItsTable() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createIndex("ix_1", "book", "title").include("price");
            op.dropConstraint("fk_book_author", "book");
            op.addForeignKey("fk_book_author", "book", "author_id")
                    .references("author", "id")
                    .matchFull()
                    .deferrable();
        });
        Schema live = inspect();
        Schema model = live.withTables(live.tables().stream()
                .map(table -> table.withIndexes(table.indexes().stream()
                                .map(index -> index.withInclude(List.of()))
                                .toList())
                        .withConstraints(table.constraints().stream()
                                .map(PostgresVocabularyTest::asAnEntitySaysIt)
                                .toList()))
                .toList());
        assertThat(model).isNotEqualTo(live);
        assertThat(SchemaDiff.between(live, Adoption.of(model, live), RenameHints.none()))
                .isEmpty();
        assertThat(SchemaDiff.between(live, model, RenameHints.none())).isNotEmpty();
        assertThat(SchemaDiff.between(Schema.empty(), live, RenameHints.none()))
                .extracting(operation -> String.join(
                        "\n",
                        dialect.render(operation, TableLookup.none()).stream()
                                .map(SqlStatement::sql)
                                .toList()))
                .anySatisfy(sql -> assertThat(sql).contains("MATCH FULL DEFERRABLE", "(title) INCLUDE (price)"));
    }

    private static Constraint asAnEntitySaysIt(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key
                ? key.withMatch(Constraint.Match.SIMPLE).withDeferral(Constraint.Deferral.NOT_DEFERRABLE)
                : constraint;
    }

    @Test
    void constraintsThatAreCheckedLater() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.bulkInsert("book", "id", "price").row(1, -5);
            op.addCheck("ck_price", "book", "price >= 0").notValid();
        });
        assertFails("INSERT INTO book (id, price) VALUES (2, -1) RETURNING id", "ck_price");
        assertThatThrownBy(() -> run(op -> op.validateConstraint("ck_price", "book")))
                .hasMessageContaining("ck_price");
        run(op -> {
            op.execute("UPDATE book SET price = 5");
            op.validateConstraint("ck_price", "book");
            op.dropConstraint("fk_book_author", "book");
            op.addForeignKey("fk_book_author", "book", "author_id")
                    .references("author", "id")
                    .notValid();
            op.validateConstraint("fk_book_author", "book");
        });
        assertThat(ask("SELECT bool_and(convalidated) FROM pg_constraint WHERE conrelid = 'book'::regclass"))
                .isEqualTo("true");
    }

    @Test
    void aUniqueIndexBecomesAKey() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createIndex("ix_title", "book", "title").unique();
            op.addUnique("uk_title", "book", "title").usingIndex("ix_title").deferrable();
        });
        assertThat(inspected("book").findIndex("ix_title")).isEmpty();
        assertThat(inspected("book").findConstraint("uk_title"))
                .contains(new Constraint.Unique(
                        Optional.of("uk_title"), List.of("title"), false, Constraint.Deferral.INITIALLY_IMMEDIATE));
    }

    @Test
    void rowsThatExcludeOneAnother() throws SQLException {
        run(op -> {
            op.createTable("stay", column("during", nativeType("int4range")), column("cancelled", bool()));
            op.addExclusion("ex_stay", "stay", "during WITH &&")
                    .using("gist")
                    .where("not cancelled")
                    .deferrable();
            op.bulkInsert("stay", "during", "cancelled").row("[1,5)", false).row("[2,3)", true);
        });
        assertFails("INSERT INTO stay VALUES ('[4,6)', false) RETURNING 1", "ex_stay");
        run(op -> op.dropConstraint("ex_stay", "stay"));
        assertThat(ask("INSERT INTO stay VALUES ('[4,6)', false) RETURNING 1")).isEqualTo("1");
    }

    @Test
    void sequencesWithAllTheirOptions() throws SQLException {
        run(op -> {
            op.createTable("t", column("id", bigint()));
            op.createSequence("s")
                    .start(5)
                    .increment(-2)
                    .min(-9)
                    .max(100)
                    .cache(20)
                    .cycle()
                    .ownedBy("t.id");
        });
        assertThat(
                        ask(
                                "SELECT concat_ws(' ', seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle) FROM pg_sequence"))
                .isEqualTo("5 -2 -9 100 20 t");
        run(op -> op.alterSequence("s").restart(50).noCycle().cache(1));
        assertThat(
                        ask(
                                "SELECT concat_ws(' ', seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle) FROM pg_sequence"))
                .isEqualTo("5 -2 -9 100 1 f");
        assertThat(ask("SELECT nextval('s')")).isEqualTo("50");
        run(op -> {
            op.renameSequence("s", "s2");
            op.alterSequence("s2").ownedBy("none").start(7).increment(3);
            op.dropTable("t");
        });
        assertThat(
                        ask(
                                "SELECT concat_ws(' ', seqstart, seqincrement) FROM pg_sequence WHERE seqrelid = 's2'::regclass"))
                .isEqualTo("7 3");
        run(op -> op.alterSequence("s2").increment(10));
        assertThat(ask("SELECT concat_ws(' ', seqstart, seqincrement) FROM pg_sequence"))
                .isEqualTo("7 10");
    }

    @Test
    void schemasComeAndGo() throws SQLException {
        run(op -> {
            op.createSchema("shop");
            op.createTable("shop.book", column("id", bigint()));
            op.renameSchema("shop", "Store");
        });
        assertThat(ask("SELECT to_regclass('\"Store\".book') IS NOT NULL")).isEqualTo("true");
        run(op -> op.dropSchema("Store").cascade());
        assertThat(ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'Store'"))
                .isEqualTo("0");
    }

    @Test
    void enumTypes() throws SQLException {
        run(op -> {
            op.createSchema("shop");
            op.createEnum("shop.mood", "sad", "it's fine");
            op.addEnumValue("shop.mood", "calm").before("it's fine");
            op.addEnumValue("shop.mood", "calm").ifNotExists();
            op.addEnumValue("shop.mood", "happy").after("it's fine");
            op.addEnumValue("shop.mood", "last");
            op.renameEnumValue("shop.mood", "sad", "blue");
            op.renameType("shop.mood", "feeling");
        });
        assertThat(ask("SELECT enum_range(NULL::shop.feeling)::text"))
                .isEqualTo("{blue,calm,\"it's fine\",happy,last}");
        run(op -> op.dropType("shop.feeling"));
        assertThat(ask("SELECT to_regtype('shop.feeling')")).isEqualTo("null");
    }

    @Test
    void views() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createView("titles", "SELECT title FROM book;\n");
            op.createView("titles", "SELECT title, price FROM book").orReplace();
            op.renameView("titles", "titles2");
        });
        assertThat(ask("SELECT count(*) FROM titles2 WHERE price IS NULL")).isEqualTo("0");
        run(op -> {
            op.dropView("titles2");
            op.createMaterializedView("sales", "SELECT id, price FROM book").withNoData();
            op.createMaterializedView("sales", "SELECT 1").ifNotExists();
        });
        assertFails("SELECT * FROM sales", "has not been populated");
        run(op -> {
            op.bulkInsert("book", "id", "price").row(1, 10);
            op.refreshMaterializedView("sales");
            op.execute("CREATE UNIQUE INDEX ON sales (id)");
            op.bulkInsert("book", "id", "price").row(2, 20);
            op.refreshMaterializedView("sales").concurrently();
            op.renameMaterializedView("sales", "sold");
        });
        assertThat(ask("SELECT sum(price) FROM sold")).isEqualTo("30");
        run(op -> op.refreshMaterializedView("sold").withNoData());
        assertFails("SELECT * FROM sold", "has not been populated");
        run(op -> op.dropMaterializedView("sold"));
        assertThat(ask("SELECT to_regclass('sold')")).isEqualTo("null");
    }

    @Test
    void functionsProceduresAndTriggers() throws SQLException {
        createAuthorAndBook();
        run(op -> {
            op.createFunction("double_price()", """
                    CREATE FUNCTION double_price() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        NEW.price := NEW.price * 2;
                        RETURN NEW;
                    END
                    $$;
                    """);
            op.createTrigger("book_double", "book", """
                    CREATE TRIGGER book_double BEFORE INSERT ON book
                    FOR EACH ROW EXECUTE FUNCTION double_price()
                    """);
            op.createProcedure("settle(integer)", """
                    CREATE PROCEDURE settle(amount integer) LANGUAGE sql AS $$ UPDATE book SET price = amount $$
                    """);
        });
        assertThat(ask("INSERT INTO book (id, price) VALUES (1, 4) RETURNING price"))
                .isEqualTo("8");
        run(op -> {
            op.execute("CALL settle(3)");
            op.dropTrigger("book_double", "book");
            op.dropFunction("double_price()");
            op.dropProcedure("settle(integer)");
        });
        assertThat(ask("SELECT price FROM book")).isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM pg_proc WHERE proname IN ('double_price', 'settle')"))
                .isEqualTo("0");
    }

    @Test
    void extensionsComeAndGo() throws SQLException {
        String name = "plpgsql";
        run(op -> op.dropExtension(name).cascade());
        assertThat(ask("SELECT count(*) FROM pg_extension WHERE extname = '" + name + "'"))
                .isEqualTo("0");
        run(op -> op.createExtension(name).schema("pg_catalog").version("1.0"));
        assertThat(ask("SELECT extversion FROM pg_extension WHERE extname = '" + name + "'"))
                .isEqualTo("1.0");
    }

    @Test
    void emptiedTablesNumberAnew() throws SQLException {
        createAuthorAndBook();
        assertThat(ask("INSERT INTO author DEFAULT VALUES RETURNING id")).isEqualTo("1");
        assertThatThrownBy(() -> run(op -> op.truncate("author"))).isInstanceOf(SQLException.class);
        run(op -> op.truncate("author", "book").restartIdentity());
        assertThat(ask("INSERT INTO author DEFAULT VALUES RETURNING id")).isEqualTo("1");
        run(op -> op.truncate("author").cascade());
        assertThat(ask("SELECT count(*) FROM author")).isEqualTo("0");
        assertThat(ask("INSERT INTO author DEFAULT VALUES RETURNING id")).isEqualTo("2");
    }

    @Test
    void valuesOfEveryTypeArriveAsTheyWere() throws SQLException {
        UUID id = UUID.fromString("0190a000-0000-7000-8000-000000000001");
        run(op -> {
            op.createEnum("unit", "SECONDS", "DAYS");
            op.createTable(
                    "every",
                    column("n", integer()),
                    column("big", numeric()),
                    column("real", doublePrecision()),
                    column("s", text()),
                    column("b", bool()),
                    column("id", uuid()),
                    column("d", date()),
                    column("t", time()),
                    column("ts", timestamp()),
                    column("tz", timestampWithTimeZone()),
                    column("span", nativeType("interval")),
                    column("bytes", binary()),
                    column("unit", nativeType("unit")),
                    column("tags", array(text())));
            op.bulkInsert(
                            "every", "n", "big", "real", "s", "b", "id", "d", "t", "ts", "tz", "span", "bytes", "unit",
                            "tags")
                    .row(
                            (byte) -7,
                            new BigDecimal("12345678901234567890.50"),
                            1e300,
                            "it's \\ \"quoted\" 日本 'x'; --",
                            true,
                            id,
                            LocalDate.of(2026, 2, 28),
                            LocalTime.of(23, 59, 59, 123_000_000),
                            LocalDateTime.of(2026, 2, 28, 12, 30),
                            OffsetDateTime.parse("2026-02-28T12:30:00+02:00"),
                            Duration.ofMinutes(90),
                            new byte[] {0, 1, (byte) 0xff, '\'', '\\'},
                            TimeUnit.DAYS,
                            sql("ARRAY['a', 'b']"))
                    .row(
                            null,
                            null,
                            Double.NaN,
                            "",
                            false,
                            null,
                            null,
                            null,
                            null,
                            sql("now()"),
                            null,
                            null,
                            null,
                            null)
                    .row(
                            5L,
                            -0.000001f,
                            Float.NEGATIVE_INFINITY,
                            'c',
                            sql("1 = 1"),
                            sql("gen_random_uuid()"),
                            sql("current_date"),
                            null,
                            null,
                            Instant.parse("2026-02-28T10:30:00Z"),
                            null,
                            new byte[0],
                            TimeUnit.SECONDS,
                            "{c}")
                    .row(
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            ZonedDateTime.of(2026, 2, 28, 11, 30, 0, 0, ZoneId.of("Europe/Prague")),
                            null,
                            null,
                            null,
                            null);
        });
        assertThat(ask("SELECT concat_ws('|', n, big, real, s, b, id, d, t, ts, span, encode(bytes, 'hex'), unit, tags)"
                        + " FROM every WHERE n = -7"))
                .isEqualTo("-7|12345678901234567890.50|1e+300|it's \\ \"quoted\" 日本 'x'; --|t|" + id
                        + "|2026-02-28|23:59:59.123|2026-02-28 12:30:00|01:30:00|0001ff275c|DAYS|{a,b}");
        assertThat(ask("SELECT count(*) FROM every WHERE tz = '2026-02-28T10:30:00Z'"))
                .isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM every WHERE real IN ('NaN', '-Infinity')"))
                .isEqualTo("2");
        assertThat(ask("SELECT count(*) FROM every WHERE n IS NULL AND s = '' AND NOT b"))
                .isEqualTo("1");
    }

    @Test
    void manyRowsTakeSeveralStatements() throws SQLException {
        Consumer<Operations> migration = op -> {
            op.createTable("t", column("n", integer()));
            var insert = op.bulkInsert("t", "n");
            IntStream.range(0, 1201).forEach(insert::row);
        };
        assertThat(render(migration)).hasSize(1 + 3);
        run(migration);
        assertThat(ask("SELECT count(DISTINCT n) FROM t")).isEqualTo("1201");
        assertThat(render(op -> op.bulkInsert("t", "n"))).isEmpty();
    }
}
