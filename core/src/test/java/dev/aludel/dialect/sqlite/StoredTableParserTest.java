package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTableParserTest {

    @Test
    void columnsKeepTheirTypesAndConstraints() {
        StoredTable table = StoredTableParser.parse("""
                CREATE TABLE "boat" (id INTEGER PRIMARY KEY AUTOINCREMENT, [the name] VARCHAR(20, 3) NOT NULL DEFAULT NULL
                  COLLATE NOCASE CONSTRAINT named CHECK (length("the name") > 1 /* , */),
                  `twice` GENERATED ALWAYS AS (id * 2) STORED, bare)
                """);
        assertThat(table.columns()).extracting(StoredColumn::name).containsExactly("id", "the name", "twice", "bare");
        assertThat(table.columns()).extracting(StoredColumn::type).containsExactly("INTEGER", "VARCHAR(20, 3)", "", "");
        assertThat(table.columns().get(1).clauses())
                .extracting(StoredClause::sql)
                .containsExactly(
                        "NOT NULL", "DEFAULT NULL", "COLLATE NOCASE", "CHECK (length(\"the name\") > 1 /* , */)");
        assertThat(table.columns().get(1).clauses().get(3).name()).isEqualTo(Optional.of("named"));
        assertThat(table.columns().get(0).clauses().get(0).sql()).isEqualTo("PRIMARY KEY AUTOINCREMENT");
        assertThat(table.columns().get(2).clauses().get(0).sql()).isEqualTo("GENERATED ALWAYS AS (id * 2) STORED");
    }

    @Test
    void tableConstraintsMayFollowWithoutAComma() {
        StoredTable table = StoredTableParser.parse("create table t (a, b, constraint u unique (a, b) check (a > 0),"
                + " foreign key (a) references x (y) on delete set null not deferrable) strict, without rowid");
        assertThat(table.columns()).hasSize(2);
        assertThat(table.clauses())
                .extracting(StoredClause::sql)
                .containsExactly(
                        "unique (a, b)",
                        "check (a > 0)",
                        "foreign key (a) references x (y) on delete set null not deferrable");
        assertThat(table.strict()).isTrue();
        assertThat(table.withoutRowid()).isTrue();
    }
}
