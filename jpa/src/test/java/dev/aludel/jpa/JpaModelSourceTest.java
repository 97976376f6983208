package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JpaModelSourceTest {
    private static final Schema BOOKSTORE = Models.load("bookstore");
    private static final Schema FEATURES = Models.load("features");

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ModelSource.Provider.class))
                .hasAtLeastOneElementOfType(JpaModelSourceProvider.class);
    }

    @Test
    void findsAllTablesOfThePackageAndNothingThatIsNoTable() {
        assertThat(names(BOOKSTORE)).containsExactly("author", "book", "book_keyword", "book_translator");
        // Hibernate 6.6 quotes a name with a dollar sign, 7 does not
        assertThat(names(FEATURES))
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactlyInAnyOrder(
                        "Account", "account_detail", "drawing.circle", "drawing.shape", "drawing.shape$square");
    }

    @Test
    void readsColumns() {
        assertThat(column(BOOKSTORE, "author", "id").describe()).isEqualTo("id bigint identity not null");
        assertThat(column(BOOKSTORE, "author", "id").identity()).contains(Identity.byDefault());
        assertThat(column(BOOKSTORE, "author", "firstname").describe()).isEqualTo("firstname varchar(100) not null");
        assertThat(column(BOOKSTORE, "author", "createdat").defaultValue()).contains(new DefaultValue("now()"));
        assertThat(column(BOOKSTORE, "author", "lastname").comment()).contains("family name");
        assertThat(table(BOOKSTORE, "author").comment()).contains("who wrote it");
        assertThat(column(BOOKSTORE, "book", "price").describe()).isEqualTo("price numeric(9,2)");
        assertThat(column(BOOKSTORE, "book", "status").describe()).isEqualTo("status varchar(20) not null");
    }

    @Test
    void keepsColumnsInTheOrderOfTheFields() {
        assertThat(table(BOOKSTORE, "book").columns())
                .extracting(Column::name)
                .containsExactly("id", "isbn", "title", "price", "status", "publishedon", "author_id", "sequelof_id");
        assertThat(table(FEATURES, "Account").columns())
                .extracting(Column::name)
                .startsWith(
                        "id",
                        "dtype",
                        "version",
                        "changedby",
                        "code",
                        "login",
                        "Kind",
                        "balance",
                        "home_street",
                        "zipcode")
                .endsWith("parent_id", "sponsor_code", "rank");
    }

    @Test
    void takesAColumnDefinitionApart() {
        Column title = column(BOOKSTORE, "book", "title");

        assertThat(title.type().describe()).isEqualTo("varchar(42)");
        assertThat(title.defaultValue()).contains(new DefaultValue("'it''s (new), not null'"));
        assertThat(title.nullable()).isFalse();
    }

    @Test
    void readsConstraints() {
        assertThat(constraints(BOOKSTORE, "author")).containsExactlyInAnyOrder("primary key (id)", "unique (email)");
        assertThat(constraints(BOOKSTORE, "book"))
                .containsExactlyInAnyOrder(
                        "primary key (id)",
                        "unique uk_book_isbn (isbn)",
                        "foreign key fk_book_author (author_id) references author (id)",
                        "foreign key (sequelof_id) references book (id)",
                        "check ck_book_price (price >= 0)",
                        "check (status in ('PLANNED','AVAILABLE','SOLD_OUT'))");
        assertThat(constraints(BOOKSTORE, "book_translator"))
                .containsExactlyInAnyOrder(
                        "primary key (book_id, translators_id)",
                        "foreign key (book_id) references book (id)",
                        "foreign key (translators_id) references author (id)");
    }

    @Test
    void readsWhatHappensOnDelete() {
        assertThat(table(BOOKSTORE, "book").constraints())
                .filteredOn(constraint -> constraint.columns().equals(List.of("sequelof_id")))
                .first()
                .extracting(constraint -> ((Constraint.ForeignKey) constraint).onDelete())
                .isEqualTo(Constraint.Action.CASCADE);
    }

    @Test
    void readsIndexesAndSequences() {
        assertThat(table(BOOKSTORE, "author").indexes())
                .containsExactly(new Index(
                        Optional.of("ix_author_name"),
                        List.of(
                                Index.Part.column("lastname"),
                                new Index.Part("firstname", false, true, Optional.empty())),
                        false,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(BOOKSTORE.sequences()).containsExactly(new Sequence(TableName.of("book_seq"), 100, 20));
        assertThat(FEATURES.sequences()).containsExactly(new Sequence(TableName.of("shape_seq"), 1, 50));
    }

    @Test
    void readsConvertersEmbeddablesAndMappedSuperclasses() {
        assertThat(column(FEATURES, "Account", "balance").type().describe()).isEqualTo("bigint");
        assertThat(column(FEATURES, "Account", "home_street").nullable()).isTrue();
        assertThat(column(FEATURES, "Account", "zipcode").nullable()).isTrue();
        assertThat(column(FEATURES, "Account", "version").nullable()).isFalse();
        assertThat(column(FEATURES, "Account", "rank").nullable()).isTrue();
    }

    @Test
    void readsGeneratedCollatedQuotedAndArrayColumns() {
        assertThat(column(FEATURES, "Account", "total").generated())
                .map(Generated::expression)
                .contains("price * quantity");
        assertThat(column(FEATURES, "Account", "login").collation()).contains("C");
        assertThat(column(FEATURES, "Account", "Kind").type().describe()).isEqualTo("char(1)");
        assertThat(column(FEATURES, "Account", "tags").type()).isInstanceOf(Type.Array.class);
        assertThat(column(FEATURES, "Account", "attributes").type().describe()).isEqualTo("jsonb");
    }

    @Test
    void leavesOutWhatIsNotCreatedAndNamesThatHibernateMadeUp() {
        assertThat(constraints(FEATURES, "Account"))
                .contains(
                        "primary key (id)",
                        "unique (login, Kind)",
                        "unique (code)",
                        "unique ux_account_code (code, login)",
                        "foreign key (sponsor_code) references Account (code)")
                .noneMatch(text -> text.contains("parent_id"));
        assertThat(table(FEATURES, "Account").indexes())
                .extracting(Index::describe)
                .containsExactly("index (login)");
    }

    @Test
    void countsOnceWhatIsSaidTwice() {
        assertThat(constraints(Models.load("twice"), "coupon"))
                .containsExactlyInAnyOrder("primary key (id)", "unique uk_coupon_code (code)");
    }

    @Test
    void readsSecondaryAndJoinedTables() {
        assertThat(constraints(FEATURES, "account_detail"))
                .containsExactlyInAnyOrder("primary key (id)", "foreign key (id) references Account (id)");
        assertThat(table(FEATURES, "drawing.circle").constraints())
                .extracting(Constraint::describe)
                .containsExactlyInAnyOrder("primary key (id)", "foreign key (id) references drawing.shape (id)");
    }

    @Test
    void countsBeanValidation() {
        Schema schema = Models.load("validation");

        assertThat(table(schema, "validated").columns())
                .extracting(Column::describe)
                .containsExactlyInAnyOrder(
                        "id bigint not null",
                        "name varchar(50) not null",
                        "price numeric(7,2) not null",
                        "rank integer not null");
        assertThat(constraints(schema, "validated"))
                .containsExactlyInAnyOrder("primary key (id)", "check ((rank>=1) and (rank<=9))");
    }

    @Test
    void leavesBeanValidationOutWhereTheApplicationDoes() {
        Schema schema =
                Models.load("validation", Map.of("spring.jpa.properties.jakarta.persistence.validation.mode", "none"));

        assertThat(column(schema, "validated", "name").describe()).isEqualTo("name varchar(255)");
    }

    static Table table(Schema schema, String name) {
        return schema.findTable(TableName.parse(name)).orElseThrow();
    }

    static Column column(Schema schema, String table, String column) {
        return table(schema, table).findColumn(column).orElseThrow();
    }

    private static List<String> constraints(Schema schema, String table) {
        return table(schema, table).constraints().stream()
                .map(Constraint::describe)
                .toList();
    }

    private static List<String> names(Schema schema) {
        return schema.tables().stream().map(table -> table.name().toString()).toList();
    }
}
