package dev.aludel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFilterTest {
    @ParameterizedTest
    @CsvSource({
        "audit_*, audit_log, true",
        "audit_*, audit, false",
        "audit_*, old.audit_log, false",
        "old.*, old.audit_log, true",
        "old.*, older.audit_log, false",
        "tenant_?.*, tenant_1.author, true",
        "tenant_?.*, tenant_10.author, false",
        "*, author, true",
        "*.*, author, false",
        "a.b, a.b, true",
        "author, Author, false",
        "a[b]+, a[b]+, true",
    })
    void patterns(String pattern, String table, boolean fits) {
        TableFilter filter = new TableFilter(List.of(pattern), List.of());
        assertThat(filter.accepts(TableName.parse(table))).isEqualTo(fits);
        assertThat(new TableFilter(List.of(), List.of(pattern)).accepts(TableName.parse(table)))
                .isEqualTo(!fits);
    }

    @Test
    void exclusionWinsAndSequencesAreFilteredToo() {
        TableFilter filter = new TableFilter(List.of("a*"), List.of("ab*"));
        Schema schema = Schema.empty()
                .withSequences(List.of(
                        new Sequence(TableName.of("a_seq"), 1, 1),
                        new Sequence(TableName.of("ab_seq"), 1, 1),
                        new Sequence(TableName.of("b_seq"), 1, 1)));
        assertThat(filter.apply(schema).sequences())
                .extracting(sequence -> sequence.name().toString())
                .containsExactly("a_seq");
        assertThat(TableFilter.all().apply(schema)).isEqualTo(schema);
    }
}
