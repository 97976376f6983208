package dev.aludel.autogenerate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RandomSchema;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValue;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Backfill;
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
import dev.aludel.operation.DropObject;
import dev.aludel.operation.DropOptions;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.IndexBuild;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Persistence;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.operation.SequenceOptions;
import dev.aludel.operation.SetSequence;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.Value;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Deferral;
import dev.aludel.schema.DefaultValue;
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
import dev.aludel.script.Recording;
import dev.aludel.script.ScriptDirectory;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rendered compiles, and records the operations that were rendered. */
class JavaRoundTripTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:22:41Z");

    /** The SQL of an operation for which Java has no words. */
    private static final String NO_WORDS = "SELECT 1";

    @TempDir
    Path directory;

    @Test
    void everyDraftOfTwoSchemasComesBack() {
        Random random = new Random(20260301);
        List<MigrationDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            drafts.add(MigrationDraft.between(
                    RandomSchema.of(random.nextLong()), RandomSchema.of(random.nextLong()), RenameHints.none()));
        }
        assertComesBack(drafts);
    }

    @Test
    void everyOperationComesBackWithEveryOption() {
        List<Operation> operations = new ArrayList<>(everyOperation());
        operations.addAll(everyObjectOperation());
        types().forEach(type ->
                operations.add(new AddColumn(TableName.of("t"), Column.of("c" + operations.size(), type))));
        assertComesBack(List.of(new MigrationDraft(operations, operations, List.of())));
    }

    @Test
    void awkwardTextComesBack() {
        List<String> texts = List.of(
                "\"quoted\" and \\back\\slashed\\",
                "\\u000a \\\\u0022",
                "line\nbreak\r\n\ttab",
                "*/ /* // 'x'",
                "\u0000\u0007\u001a\u0085\u2028\u202e\ufeff",
                "žluťoučký 日本語 \ud83d\ude00",
                "a word " + "and one more ".repeat(40),
                "x".repeat(300),
                " leading and trailing ".repeat(12) + "   ");
        List<Operation> operations = new ArrayList<>();
        for (String text : texts) {
            operations.add(new ExecuteSql(text));
            operations.add(new CommentOnTable(TableName.of("t"), Change.to(Optional.of(text))));
            operations.add(new AddConstraint(TableName.of("t"), new Constraint.Check(Optional.of("ck " + text), text)));
        }
        assertComesBack(List.of(new MigrationDraft(operations, List.of(), List.of())));
    }

    /** The code of one method is limited by the virtual machine. */
    @Test
    void aDraftOfManyTablesCompiles() {
        List<Table> tables = new ArrayList<>();
        for (int number = 0; number < 700; number++) {
            List<Column> columns = new ArrayList<>();
            for (int column = 0; column < 12; column++) {
                columns.add(Column.of("c" + column, new Type.Int()));
            }
            List<String> all = columns.stream().map(Column::name).toList();
            tables.add(Table.of(TableName.of("t" + number), columns)
                    .withConstraints(List.of(new Constraint.Unique(Optional.of("uq_" + number), all, false))));
        }
        assertComesBack(
                List.of(MigrationDraft.between(Schema.empty(), new Schema(tables, List.of()), RenameHints.none())));
    }

    private void assertComesBack(List<MigrationDraft> drafts) {
        ScriptDirectory scripts = new ScriptDirectory(List.of(directory), directory);
        List<RevisionId> ids = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            String id = String.format("%012x", i + 1);
            List<String> down = i == 0 ? List.of() : List.of(ids.get(i - 1).value());
            RevisionHeader header = new RevisionHeader(id, down, List.of(), List.of(), CREATED, "Draft " + i);
            String source = new JavaScriptRenderer(ScriptTemplate.standardJava(), operation -> NO_WORDS)
                    .render(header, "com.example.versions", "M_" + id, drafts.get(i));
            assertThat(source.lines().filter(line -> line.length() > 120 && line.contains(" and ")))
                    .isEmpty();
            scripts.write(directory, "M_" + id + ".java", source);
            ids.add(RevisionId.of(id));
        }
        Scripts loaded = scripts.load(() -> System.getProperty("java.class.path"), getClass()::getClassLoader);
        List<Recording> recordings = loaded.record(ids);
        for (int i = 0; i < drafts.size(); i++) {
            assertThat(said(recordings.get(i).upgrade()))
                    .isEqualTo(written(drafts.get(i).upgrade()));
            assertThat(said(recordings.get(i).downgrade()))
                    .isEqualTo(written(drafts.get(i).downgrade()));
        }
    }

    private static List<Operation> said(List<RecordedOperation> recorded) {
        return recorded.stream().map(RecordedOperation::operation).toList();
    }

    private static List<Operation> written(List<Operation> operations) {
        return operations.stream().map(JavaRoundTripTest::withoutPast).toList();
    }

    /** A written migration does not say what was there before. */
    private static Operation withoutPast(Operation operation) {
        if (operation instanceof DropTable drop) {
            return new DropTable(drop.table(), Optional.empty(), drop.options());
        }
        if (operation instanceof DropColumn drop) {
            return new DropColumn(drop.table(), drop.column(), Optional.empty(), drop.options());
        }
        if (operation instanceof DropConstraint drop) {
            return new DropConstraint(drop.table(), drop.constraint(), Optional.empty(), drop.options());
        }
        if (operation instanceof DropIndex drop) {
            return new DropIndex(drop.table(), drop.index(), Optional.empty(), drop.concurrently(), drop.options());
        }
        if (operation instanceof DropSequence drop) {
            return new DropSequence(drop.sequence(), Optional.empty(), drop.options());
        }
        if (operation instanceof ReplaceObject) {
            return new ExecuteSql(NO_WORDS);
        }
        if (operation instanceof DropObject drop) {
            return new DropObject(drop.object(), Optional.empty(), drop.options());
        }
        if (operation instanceof AlterSequence alter) {
            return new AlterSequence(Optional.empty(), alter.to());
        }
        if (operation instanceof CommentOnTable comment) {
            return new CommentOnTable(
                    comment.table(), Change.to(comment.change().to()));
        }
        return operation instanceof AlterColumn alter
                ? new AlterColumn(
                        alter.table(),
                        alter.column(),
                        alter.changes().stream()
                                .map(JavaRoundTripTest::withoutPast)
                                .toList())
                : operation;
    }

    private static ColumnChange withoutPast(ColumnChange change) {
        if (change instanceof ColumnChange.TypeChange type) {
            return new ColumnChange.TypeChange(Optional.empty(), type.to(), type.using());
        }
        if (change instanceof ColumnChange.DefaultChange value) {
            return new ColumnChange.DefaultChange(Change.to(value.change().to()));
        }
        if (change instanceof ColumnChange.IdentityChange identity) {
            return new ColumnChange.IdentityChange(Change.to(identity.change().to()));
        }
        return change instanceof ColumnChange.CommentChange comment
                ? new ColumnChange.CommentChange(Change.to(comment.change().to()))
                : change;
    }

    private static List<Operation> everyOperation() {
        TableName plain = TableName.of("author");
        TableName qualified = TableName.of("audit", "entry");
        Index.Part descending = new Index.Part("name", false, true, Optional.of(Index.Nulls.LAST));
        Index.Part computed = new Index.Part("lower(name)", true, true, Optional.empty());
        Index index = new Index(
                Optional.of("ix_1"),
                List.of(descending, Index.Part.expression("lower(name)"), Index.Part.column("id"), computed),
                true,
                Optional.of("gin"),
                Optional.of("id > 0"));
        Constraint.ForeignKey key = new Constraint.ForeignKey(
                Optional.of("fk_1"),
                List.of("a", "b"),
                qualified,
                List.of("x", "y"),
                Constraint.Action.SET_NULL,
                Constraint.Action.SET_DEFAULT);
        Constraint.Unique unique = new Constraint.Unique(Optional.of("uk_1"), List.of("a"), true);
        Constraint.PrimaryKey primary = new Constraint.PrimaryKey(Optional.of("pk_1"), List.of("a", "b"));
        Constraint.Check check = new Constraint.Check(Optional.of("ck_1"), "a > 0");
        Column full = Column.of("a", new Type.Int())
                .withNullable(false)
                .withIdentity(Optional.of(new Identity(true, OptionalLong.of(5_000_000_000L), OptionalLong.empty())))
                .withCollation(Optional.of("C"))
                .withComment(Optional.of("about a"));
        Column computedColumn = Column.of("b", new Type.Text())
                .withDefaultValue(Optional.of(new DefaultValue("'it''s'")))
                .withGenerated(Optional.of(new Generated("a * 2", false)));
        Index covering = index.withInclude(List.of("b", "c")).withNullsNotDistinct(true);
        return List.of(
                new CreateTable(new Table(
                        qualified,
                        List.of(full, computedColumn),
                        List.of(primary, unique, key, check),
                        List.of(index, Index.of("ix_2", List.of("a", "b"))),
                        Optional.of("entries"))),
                new CreateTable(Table.of(plain, List.of())),
                new DropTable(plain, Optional.empty()),
                new RenameTable(qualified, "journal"),
                new CommentOnTable(plain, Change.to(Optional.empty())),
                new AddColumn(plain, full.withIdentity(Optional.of(Identity.generatedAlways()))),
                new AddColumn(plain, full.withIdentity(Optional.of(Identity.byDefault()))),
                new DropColumn(qualified, "a", Optional.empty()),
                new RenameColumn(plain, "a", "b"),
                new AlterColumn(plain, "a", everyChange()),
                new AlterColumn(plain, "a", List.of(new ColumnChange.NullabilityChange(true))),
                new AddConstraint(plain, primary),
                new AddConstraint(plain, unique),
                new AddConstraint(plain, key),
                new AddConstraint(plain, check),
                new DropConstraint(plain, "uk_1", Optional.empty()),
                new RenameConstraint(plain, "uk_1", "uk_2"),
                new CreateIndex(qualified, index),
                new DropIndex(plain, "ix_1", Optional.empty()),
                new RenameIndex(plain, "ix_1", "ix_2"),
                new CreateSequence(new Sequence(TableName.of("s"), 1, 1)),
                new CreateSequence(new Sequence(TableName.of("audit", "s"), -9_000_000_000L, 50)),
                new AlterSequence(Optional.empty(), new Sequence(TableName.of("s"), 7, -1)),
                new DropSequence(TableName.of("s"), Optional.empty()),
                new CreateTable(
                        Table.of(plain, List.of(full)),
                        Persistence.UNLOGGED,
                        Optional.of("WITH (fillfactor = 70)"),
                        true),
                new CreateTable(Table.of(plain, List.of(full)), Persistence.TEMPORARY, Optional.empty(), false),
                new DropTable(plain, Optional.empty(), new DropOptions(true, true)),
                new AddColumn(plain, full, true),
                new DropColumn(plain, "a", Optional.empty(), new DropOptions(true, false)),
                new DropConstraint(plain, "uk_1", Optional.empty(), new DropOptions(false, true)),
                new AddConstraint(plain, unique.withDeferral(Deferral.INITIALLY_DEFERRED)),
                new AddConstraint(plain, primary.withDeferral(Deferral.INITIALLY_IMMEDIATE)),
                new AddConstraint(
                        plain,
                        key.withMatch(Constraint.Match.FULL)
                                .withDeferral(Deferral.INITIALLY_IMMEDIATE)
                                .withQualifiers(Set.of(Constraint.NOT_VALID))),
                new AddConstraint(plain, check.withQualifiers(Set.of(Constraint.NOT_VALID, "NO INHERIT"))),
                new AddConstraint(plain, primary, Optional.of("ix_1")),
                new CreateTable(new Table(
                        plain,
                        List.of(full),
                        List.of(
                                unique.withDeferral(Deferral.INITIALLY_IMMEDIATE),
                                key.withMatch(Constraint.Match.FULL).withDeferral(Deferral.INITIALLY_DEFERRED)),
                        List.of(covering),
                        Optional.empty())),
                new ValidateConstraint(plain, "ck_1"),
                new AddConstraint(plain, exclusion()),
                new AlterTable(
                        plain,
                        Map.of(
                                "fillfactor", Change.to(Optional.of("70")),
                                "PARTITION BY", Change.to(Optional.empty()))),
                new AlterColumn(
                        plain,
                        "a",
                        List.of(
                                new ColumnChange.CollationChange(Change.to(Optional.of("C"))),
                                new ColumnChange.OptionChange("STORAGE", Change.to(Optional.of("external"))),
                                new ColumnChange.OptionChange("STATISTICS", Change.to(Optional.empty())))),
                new AlterColumn(plain, "b", List.of(new ColumnChange.CollationChange(Change.to(Optional.empty())))),
                new CreateIndex(plain, covering),
                new CreateIndex(
                        plain,
                        covering.withOptions(Map.of("fillfactor", "70", "fastupdate", "off")),
                        new IndexBuild(true, true)),
                new DropIndex(plain, "ix_1", Optional.empty(), true, new DropOptions(true, false)),
                new CreateSequence(everySequence(), true),
                new SetSequence(TableName.of("s"), everyOption()),
                new RenameSequence(TableName.of("audit", "s"), "s2"),
                new DropSequence(TableName.of("s"), Optional.empty(), new DropOptions(true, true)),
                new Truncate(List.of(plain, qualified), true, true),
                new BulkInsert(plain, List.of("a"), List.of(List.of(Value.nothing()))),
                new BulkInsert(plain, List.of("a", "b"), everyValue()),
                new Backfill(plain, "id", List.of("a = 1", "b = 2"), Optional.of("a is null"), 500),
                new Backfill(qualified, "id", List.of("a = 1"), Optional.empty(), Backfill.DEFAULT_BATCH_SIZE),
                new ExecuteSql("update author set name = 'x'"));
    }

    private static SequenceOptions everyOption() {
        return new SequenceOptions(
                OptionalLong.of(7),
                OptionalLong.of(-1),
                OptionalLong.of(-5),
                OptionalLong.of(9),
                OptionalLong.of(20),
                Optional.of(true),
                Optional.of("author.id"),
                OptionalLong.of(3));
    }

    private static Sequence everySequence() {
        return new Sequence(
                TableName.of("s"),
                5,
                -1,
                OptionalLong.of(-5),
                OptionalLong.of(9),
                OptionalLong.of(20),
                true,
                Optional.of("integer"),
                Optional.of("author.id"));
    }

    private static Constraint.Exclusion exclusion() {
        return new Constraint.Exclusion(
                Optional.of("ex_1"),
                List.of("room WITH =", "during WITH &&"),
                Optional.of("gist"),
                Optional.of("room > 0"),
                Deferral.INITIALLY_DEFERRED);
    }

    private static List<List<Value>> everyValue() {
        return Stream.of("5", "-9000000000", "12345678901234567890", "1.50", "1.0E+10", "NaN", "-Infinity")
                .map(number -> List.of(new Value(Value.Kind.NUMBER, number), Value.nothing()))
                .collect(Collectors.collectingAndThen(Collectors.toList(), rows -> {
                    rows.add(List.of(new Value(Value.Kind.TEXT, "it's"), Value.sql("now()")));
                    rows.add(List.of(
                            new Value(Value.Kind.MOMENT, "2026-03-29T01:30:15.500+01:00"),
                            new Value(Value.Kind.MOMENT, "1970-01-01T00:00:00Z")));
                    rows.add(List.of(new Value(Value.Kind.BOOLEAN, "true"), new Value(Value.Kind.BINARY, "00ff")));
                    return rows;
                }));
    }

    private static List<Operation> everyObjectOperation() {
        TableName plain = TableName.of("sales");
        TableName qualified = TableName.of("shop", "sales");
        List<Operation> operations = new ArrayList<>(List.of(
                new CreateSchema("shop", true),
                new CreateSchema("shop", false),
                new CreateEnum(qualified, List.of("a", "it's")),
                new AddEnumValue(plain, "c", Optional.of("a"), Optional.empty(), false),
                new AddEnumValue(plain, "c", Optional.empty(), Optional.of("a"), true),
                new RenameEnumValue(plain, "a", "z"),
                new CreateView(plain, "SELECT 1", false, true, false, true),
                new CreateView(qualified, "SELECT 1", true, false, true, false),
                new RefreshView(plain, true, true),
                new RefreshView(plain, false, false),
                new CreateFromSql(ObjectName.routine(Kind.FUNCTION, "shop.f(int)"), "CREATE FUNCTION …"),
                new CreateFromSql(ObjectName.routine(Kind.PROCEDURE, "p"), "CREATE PROCEDURE …"),
                new CreateFromSql(ObjectName.trigger("t", qualified), "CREATE TRIGGER …"),
                new CreateExtension("pg_trgm", Optional.of("shop"), Optional.of("1.6"), true),
                new DropObject(ObjectName.routine(Kind.FUNCTION, "f(int)"), Optional.empty(), DropOptions.strict()),
                new DropObject(ObjectName.trigger("t", plain), Optional.empty(), new DropOptions(true, true)),
                new DropObject(ObjectName.of(Kind.EXTENSION, "x"), Optional.empty(), new DropOptions(false, true)),
                new RenameObject(ObjectName.of(Kind.SCHEMA, "shop"), "store")));
        for (Kind kind : List.of(Kind.TYPE, Kind.VIEW, Kind.MATERIALIZED_VIEW)) {
            operations.add(new RenameObject(ObjectName.of(kind, qualified), "sold"));
            operations.add(
                    new DropObject(ObjectName.of(kind, qualified), Optional.empty(), new DropOptions(true, false)));
        }
        return operations;
    }

    private static List<ColumnChange> everyChange() {
        return List.of(
                new ColumnChange.IdentityChange(Change.to(Optional.empty())),
                new ColumnChange.TypeChange(Optional.empty(), new Type.Int(), Optional.of("a::integer")),
                new ColumnChange.TypeChange(Optional.empty(), new Type.BigInt(), Optional.empty()),
                new ColumnChange.DefaultChange(Change.to(Optional.of(new DefaultValue("now()")))),
                new ColumnChange.DefaultChange(Change.to(Optional.empty())),
                new ColumnChange.NullabilityChange(false),
                new ColumnChange.IdentityChange(Change.to(Optional.of(Identity.byDefault()))),
                new ColumnChange.CommentChange(Change.to(Optional.of("it"))),
                new ColumnChange.CommentChange(Change.to(Optional.empty())));
    }

    private static List<Type> types() {
        OptionalInt none = OptionalInt.empty();
        OptionalInt three = OptionalInt.of(3);
        return List.of(
                new Type.Bool(),
                new Type.TinyInt(),
                new Type.SmallInt(),
                new Type.Int(),
                new Type.BigInt(),
                new Type.Decimal(none, none),
                new Type.Decimal(three, none),
                new Type.Decimal(three, OptionalInt.of(2)),
                new Type.Real(),
                new Type.DoublePrecision(),
                new Type.Char(3),
                new Type.Varchar(none),
                new Type.Varchar(three),
                new Type.Text(),
                new Type.Binary(none),
                new Type.Binary(three),
                new Type.Date(),
                new Type.Time(none, false),
                new Type.Time(three, true),
                new Type.Time(three, false),
                new Type.Time(none, true),
                new Type.Timestamp(none, false),
                new Type.Timestamp(three, true),
                new Type.Timestamp(three, false),
                new Type.Timestamp(none, true),
                new Type.Uuid(),
                new Type.Json(true),
                new Type.Json(false),
                new Type.Array(new Type.Array(new Type.Varchar(three))),
                new Type.Native("tsvector"));
    }
}
