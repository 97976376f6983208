package dev.aludel.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which tables and sequences are looked at: those that one of the included patterns fits and none of the excluded.
 * In a pattern {@code *} stands for any characters and {@code ?} for one: {@code audit_*}, {@code legacy.*}. A pattern
 * without a dot means the default schema's names; everything is compared exactly as the database stores it.
 *
 * @param included empty: all
 */
public record TableFilter(List<String> included, List<String> excluded) {
    public TableFilter {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** Lets everything through. */
    public static TableFilter all() {
        return new TableFilter(List.of(), List.of());
    }

    public boolean accepts(TableName name) {
        return (included.isEmpty() || included.stream().anyMatch(pattern -> fits(pattern, name)))
                && excluded.stream().noneMatch(pattern -> fits(pattern, name));
    }

    /** The schema without what is not accepted. */
    public Schema apply(Schema schema) {
        return schema.withTables(schema.tables().stream()
                        .filter(table -> accepts(table.name()))
                        .toList())
                .withSequences(schema.sequences().stream()
                        .filter(sequence -> accepts(sequence.name()))
                        .toList());
    }

    /** True for text with {@code *} or {@code ?}. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether the pattern fits the whole text. */
    public static boolean fits(String pattern, String text) {
        String expression = Stream.of(pattern.split("(?<=[*?])|(?=[*?])", -1))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }

    private static boolean fits(String pattern, TableName name) {
        TableName parts = TableName.parse(pattern);
        Optional<String> schema = parts.schema();
        return fits(parts.name(), name.name())
                && (schema.isPresent()
                        ? name.schema()
                                .filter(found -> fits(schema.get(), found))
                                .isPresent()
                        : name.schema().isEmpty());
    }
}
