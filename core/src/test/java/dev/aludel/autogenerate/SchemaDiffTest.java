package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    private static Table table(String name, String... columns) {
        return Table.of(
                TableName.of(name),
                Arrays.stream(columns)
                        .map(column -> Column.of(column, new Type.BigInt()))
                        .toList());
    }

    private static Table with(Table table, Constraint... constraints) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.addAll(List.of(constraints));
        return table.withConstraints(all);
    }

    private static Constraint key(String name, String... columns) {
        return new Constraint.PrimaryKey(optional(name), List.of(columns));
    }

    private static Constraint unique(String name, String... columns) {
        return new Constraint.Unique(optional(name), List.of(columns), false);
    }

    private static Constraint check(String name, String condition) {
        return new Constraint.Check(optional(name), condition);
    }

    private static Constraint reference(String name, String column, String table, String referenced) {
        return new Constraint.ForeignKey(
                optional(name),
                List.of(column),
                TableName.of(table),
                List.of(referenced),
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION);
    }

    private static Index uniqueIndex(String name, String... columns) {
        return new Index(
                optional(name),
                Arrays.stream(columns).map(Index.Part::column).toList(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> optional(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static Schema schema(Table... tables) {
        return new Schema(List.of(tables), List.of());
    }

    private static List<String> upgrade(Schema current, Schema target) {
        MigrationDraft draft = MigrationDraft.between(current, Adoption.of(target, current), RenameHints.none());
        Schema after = SchemaDiffPropertyTest.fold(current, draft.upgrade());
        assertThat(Canonical.withoutNames(after)).isEqualTo(Canonical.withoutNames(target));
        assertThat(Canonical.of(SchemaDiffPropertyTest.fold(after, draft.downgrade())))
                .isEqualTo(Canonical.of(current));
        return draft.upgrade().stream().map(Operation::describe).toList();
    }

    private static List<String> notices(Schema current, Schema target) {
        return MigrationDraft.between(current, Adoption.of(target, current), RenameHints.none()).notices().stream()
                .map(Notice::text)
                .toList();
    }

    @Test
    void unnamedPartsMatchWhateverTheyAreCalled() {
        Table live = with(
                        table("book", "id", "code", "author_id"),
                        key("book_pkey", "id"),
                        unique("uk6dotkott2kjsp8vw4d0m25fb7", "code"),
                        reference("fkklnrv3weler2ftkweewlky958", "author_id", "book", "id"),
                        check("book_code_check", "code > 0"))
                .withIndexes(List.of(Index.of("idx_old", List.of("author_id"))));
        Table model = with(
                        table("book", "id", "code", "author_id"),
                        key("", "id"),
                        unique("", "code"),
                        reference("", "author_id", "book", "id"),
                        check("", "code > 0"))
                .withIndexes(List.of(new Index(
                        Optional.empty(),
                        List.of(Index.Part.column("author_id")),
                        false,
                        Optional.empty(),
                        Optional.empty())));

        assertThat(upgrade(schema(live), schema(model))).isEmpty();
    }

    @Test
    void namedPartsAreRenamedNotRebuilt() {
        Table live = with(table("book", "id", "code"), key("book_pkey", "id"), unique("u1", "code"))
                .withIndexes(List.of(Index.of("i1", List.of("code"))));
        Table model = with(table("book", "id", "code"), key("pk_book", "id"), unique("uk_code", "code"))
                .withIndexes(List.of(Index.of("ix_code", List.of("code"))));

        assertThat(upgrade(schema(live), schema(model)))
                .containsExactly(
                        "rename constraint book_pkey of book to pk_book",
                        "rename constraint u1 of book to uk_code",
                        "rename index i1 of book to ix_code");
    }

    @Test
    void aNameThatAModelGivesCountsEvenWhereItIsTheImpliedOne() {
        Table live = with(table("book", "id", "code"), unique("u1", "code"));
        Table model = with(table("book", "id", "code"), unique("uk_book_code", "code"));

        assertThat(upgrade(schema(live), schema(model)))
                .containsExactly("rename constraint u1 of book to uk_book_code");
    }

    @Test
    void uniqueIndexAndUniqueConstraintAreTheSame() {
        Table constraint = with(table("book", "a", "b"), unique("", "a", "b"));
        Table index = table("book", "a", "b").withIndexes(List.of(uniqueIndex("ux", "a", "b")));
        Table named = with(table("book", "a", "b"), unique("ux", "b", "a"));

        assertThat(upgrade(schema(index), schema(constraint))).isEmpty();
        assertThat(upgrade(schema(index), schema(named))).isEmpty();
        assertThat(upgrade(schema(named), schema(index))).isEmpty();
        assertThat(upgrade(schema(with(table("book", "a", "b"), unique("u", "a", "b"))), schema(index)))
                .containsExactly("rename constraint u of book to ux");
    }

    @Test
    void oneOfTwoUniqueThingsIsSurplus() {
        Table live = with(table("book", "a"), unique("uk", "a")).withIndexes(List.of(uniqueIndex("ux", "a")));

        assertThat(upgrade(schema(live), schema(with(table("book", "a"), unique("", "a")))))
                .containsExactly("drop index ux of book");
        assertThat(upgrade(schema(live), schema(table("book", "a"))))
                .containsExactly("drop constraint uk of book", "drop index ux of book");
    }

    @Test
    void theOrderOfAKeysColumnsSaysNothingThatOfAnIndexDoes() {
        Table live = with(table("book", "a", "b"), key("pk", "a", "b"))
                .withIndexes(List.of(Index.of("ix", List.of("a", "b"))));
        Table model = with(table("book", "a", "b"), key("", "b", "a"))
                .withIndexes(List.of(Index.of("ix", List.of("b", "a"))));

        assertThat(upgrade(schema(live), schema(model)))
                .containsExactly("drop index ix of book", "create index ix (b, a) on book");
    }

    @Test
    void whatIsNewGetsNames() {
        Table author = with(table("author", "id", "email"), key("", "id"), unique("", "email"));
        Table book = with(
                        table("book", "id", "price", "discount", "author_id"),
                        key("", "id"),
                        reference("", "author_id", "author", "id"),
                        check("", "price > 0"),
                        check("", "price < 1000"),
                        check("", "discount < price"),
                        check("", "discount <> price"))
                .withIndexes(List.of(uniqueIndex("", "price", "discount"), uniqueIndex("ix_book_price")));
        Table live = with(table("book", "id", "price", "discount", "author_id"));

        assertThat(upgrade(schema(live), schema(author, book)))
                .containsExactly(
                        "create table author",
                        "add primary key pk_book (id) to book",
                        "add check ck_book_1 (discount < price) to book",
                        "add check ck_book_2 (discount <> price) to book",
                        "add check ck_book_price (price > 0) to book",
                        "add check ck_book_price_2 (price < 1000) to book",
                        "create unique index ix_book_price () on book",
                        "create unique index ux_book_price_discount (price, discount) on book",
                        "add foreign key fk_book_author_id_author (author_id) references author (id) to book");
    }

    @Test
    void longNamesAreCutAtCharactersAndStayApart() {
        String longName = "vyprávění_o_příšerně_žluťoučkém_koni_který_úpěl_ďábelské_ódy";
        Table live = table("t", longName + "1", longName + "2");
        Table model = with(live, unique("", longName + "1"), unique("", longName + "2"));

        List<String> names = SchemaDiff.between(schema(live), schema(model), RenameHints.none()).stream()
                .map(operation -> operation.describe().split(" ", -1)[2])
                .toList();

        assertThat(names)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("uk_t_vyprávění_.*_[0-9a-f]{8}"));
        assertThat(NamingConvention.shorten("x".repeat(63))).isEqualTo("x".repeat(63));
        assertThat(NamingConvention.shorten("x".repeat(64))).hasSize(63);
    }

    @Test
    void cyclesAreCutAndCutAgainOnTheWayBack() {
        Table a = with(table("a", "id", "b_id"), key("pk_a", "id"), reference("fk_a", "b_id", "b", "id"));
        Table b = with(table("b", "id", "a_id"), key("pk_b", "id"), reference("fk_b", "a_id", "a", "id"));

        assertThat(upgrade(Schema.empty(), schema(a, b)))
                .containsExactly(
                        "create table b", "create table a", "add foreign key fk_b (a_id) references a (id) to b");
        assertThat(upgrade(schema(a, b), Schema.empty()))
                .containsExactly("drop constraint fk_b of b", "drop table a", "drop table b");
    }

    @Test
    void aKeyThatIsReplacedLetsItsForeignKeysGoMeanwhile() {
        Table author = with(table("author", "id", "tenant"), key("pk", "id"));
        Table wanted = with(table("author", "id", "tenant"), key("pk", "id", "tenant"), unique("uk", "id"));
        Table book = with(table("book", "author_id"), reference("fk", "author_id", "author", "id"));
        Table renamed = with(table("book", "author_id"), reference("fk_2", "author_id", "author", "id"));
        Table dropped = with(table("shelf", "author_id"), reference("fk_3", "author_id", "author", "id"));

        assertThat(upgrade(schema(author, book, dropped), schema(wanted, renamed)))
                .containsExactly(
                        "drop constraint fk of book",
                        "drop constraint fk_3 of shelf",
                        "drop constraint pk of author",
                        "add primary key pk (id, tenant) to author",
                        "add unique uk (id) to author",
                        "add foreign key fk_2 (author_id) references author (id) to book",
                        "drop table shelf");
    }

    @Test
    void whatComesStandsBeforeWhatGoes() {
        Schema current = new Schema(
                List.of(with(table("book", "old"), unique("uk", "old")), table("gone", "id")),
                List.of(new Sequence(TableName.of("s_old"), 1, 1)));
        Schema target = new Schema(
                List.of(table("book", "new"), table("come", "id")),
                List.of(new Sequence(TableName.of("s_new"), 1, 50)));

        assertThat(upgrade(current, target))
                .containsExactly(
                        "drop constraint uk of book",
                        "create sequence s_new start 1 increment 50",
                        "create table come",
                        "add column book.new bigint",
                        "drop column book.old",
                        "drop table gone",
                        "drop sequence s_old");
    }

    @Test
    void aTableWhoseNamesAreTakenOverGoesBefore() {
        Table old = with(table("old", "id"), key("pk_author", "id"));
        Table wanted = with(table("author", "id"), key("pk_author", "id"));

        assertThat(upgrade(schema(old), schema(wanted))).containsExactly("drop table old", "create table author");
        assertThat(notices(schema(old), schema(wanted)))
                .containsExactly(
                        "destructive: drops the table old and all its rows",
                        "if this is a rename, keep the data: --rename old:author (score 80: same columns)");
    }

    @Test
    void aComputedColumnIsDroppedAndAddedWithWhatCoversIt() {
        Column twice =
                Column.of("twice", new Type.BigInt()).withGenerated(Optional.of(new Generated("price * 2", true)));
        Table live = with(table("book", "price"), check("ck", "twice > 1"));
        live = live.withColumns(List.of(live.columns().get(0), twice))
                .withIndexes(List.of(Index.of("ix", List.of("twice"))));
        Table model = live.withColumns(
                List.of(live.columns().get(0), twice.withGenerated(Optional.of(new Generated("price * 3", true)))));

        assertThat(upgrade(schema(live), schema(model)))
                .containsExactly(
                        "drop constraint ck of book",
                        "drop index ix of book",
                        "drop column book.twice",
                        "add column book.twice bigint generated as (price * 3)",
                        "add check ck (twice > 1) to book",
                        "create index ix (twice) on book");
        assertThat(notices(schema(live), schema(model)))
                .containsExactly("drops the column book.twice, which is added again and computed anew");
        Table retyped = live.withColumns(
                List.of(Column.of("price", new Type.Int()), live.columns().get(1)));
        assertThat(upgrade(schema(live), schema(retyped)))
                .containsSubsequence(
                        "drop column book.twice",
                        "alter column book.price: type bigint -> integer",
                        "add column book.twice bigint generated as (price * 2)");
    }

    @Test
    void aComputedColumnGoesBeforeWhatItIsComputedFromChanges() {
        Column twice =
                Column.of("twice", new Type.BigInt()).withGenerated(Optional.of(new Generated("price * 2", true)));
        Table live = table("book", "price");
        Column price = live.columns().get(0);
        live = live.withColumns(List.of(price, twice));
        Table model = live.withColumns(List.of(price.withType(new Type.Int())));

        assertThat(upgrade(schema(live), schema(model))).first().isEqualTo("drop column book.twice");
        assertThat(upgrade(schema(model), schema(live))).last().asString().startsWith("add column book.twice");
    }

    @Test
    void numbersComeAfterTheirKeyAndGoBeforeIt() {
        Table plain = table("book", "id");
        Column id = plain.columns().get(0);
        Table numbered = with(
                plain.withColumns(List.of(id.withNullable(false).withIdentity(Optional.of(Identity.byDefault())))),
                key("pk", "id"));

        assertThat(upgrade(schema(plain), schema(numbered)))
                .hasSize(3)
                .element(1)
                .isEqualTo("add primary key pk (id) to book");
        assertThat(upgrade(schema(numbered), schema(plain)))
                .hasSize(3)
                .element(1)
                .isEqualTo("drop constraint pk of book");
    }

    @Test
    void allOfAColumnChangesAtOnceInAnOrderThatWorks() {
        Column from = Column.of("id", new Type.Int())
                .withDefaultValue(Optional.of(new DefaultValue("0")))
                .withComment(Optional.of("old"));
        Column to =
                Column.of("id", new Type.BigInt()).withNullable(false).withIdentity(Optional.of(Identity.byDefault()));
        Schema current = schema(Table.of(TableName.of("t"), List.of(from)));
        Schema target = schema(Table.of(TableName.of("t"), List.of(to)));

        assertThat(upgrade(current, target))
                .containsExactly(
                        "alter column t.id: type integer -> bigint, no default, not null, identity, no comment");
        assertThat(notices(current, target))
                .containsExactly(
                        "fails if t.id holds nulls: fill them before",
                        "numbers t.id from the start: set the counter behind the highest number in use");
        assertThat(notices(target, current))
                .containsExactly(
                        "destructive: narrows the type of t.id, and values that do not fit are refused or cut");
    }

    @Test
    void anotherIdentityIsChangedInPlace() {
        Column from = Column.of("id", new Type.Int()).withIdentity(Optional.of(Identity.generatedAlways()));
        Column to = from.withIdentity(Optional.of(Identity.byDefault()));

        assertThat(upgrade(
                        schema(Table.of(TableName.of("t"), List.of(from))),
                        schema(Table.of(TableName.of("t"), List.of(to)))))
                .containsExactly("alter column t.id: identity");
    }

    @Test
    void aCollationChangesOnlyWhereTheModelNamesOne() {
        Column live = Column.of("name", new Type.Varchar(OptionalInt.of(20))).withCollation(Optional.of("C"));
        Schema current = schema(Table.of(TableName.of("t"), List.of(live)));
        Schema other = schema(Table.of(TableName.of("t"), List.of(live.withCollation(Optional.of("de_DE")))));
        Schema silent = schema(Table.of(TableName.of("t"), List.of(live.withCollation(Optional.empty()))));

        assertThat(upgrade(current, other)).containsExactly("alter column t.name: collation de_DE");
        assertThat(SchemaDiff.between(current, Adoption.of(silent, current), RenameHints.none()))
                .isEmpty();
        assertThat(MigrationDraft.between(current, silent, RenameHints.none()).upgrade())
                .extracting(Operation::describe)
                .containsExactly("alter column t.name: default collation");
    }

    @Test
    void aRenameIsSuspectedOnlyForTheSameType() {
        Schema current = schema(
                Table.of(TableName.of("t"), List.of(Column.of("a", new Type.Text()), Column.of("b", new Type.Int()))));
        Schema target = schema(Table.of(TableName.of("t"), List.of(Column.of("c", new Type.Int()))));

        assertThat(notices(current, target))
                .containsExactly(
                        "destructive: drops the column t.a and its data",
                        "destructive: drops the column t.b and its data",
                        "if this is a rename, keep the data: --rename t.b:c (score 60: same type, next place)");
    }
}
