package dev.aludel.autogenerate;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a schema says, as text for comparisons, written down independently of the product: orders that say nothing are
 * sorted away, and a plain unique index reads as the unique constraint that it amounts to.
 */
final class Canonical {
    private Canonical() {}

    static String of(Schema schema) {
        return text(schema, true);
    }

    static String withoutNames(Schema schema) {
        return text(schema, false);
    }

    private static String text(Schema schema, boolean names) {
        TreeMap<String, String> lines = new TreeMap<>();
        schema.sequences().forEach(sequence -> lines.put("sequence " + sequence.name(), sequence.describe()));
        schema.tables().forEach(table -> lines.put("table " + table.name(), table(table, names)));
        return String.join("\n", lines.values());
    }

    private static String table(Table table, boolean names) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add("  column " + column(column)));
        table.constraints().forEach(part -> lines.add("  " + constraint(part) + name(part.name(), names)));
        table.indexes().forEach(part -> lines.add("  " + index(part) + name(part.name(), names)));
        return table.name() + " " + table.comment() + "\n"
                + String.join("\n", lines.stream().sorted().toList());
    }

    private static String name(Optional<String> name, boolean names) {
        return names ? " named " + name.orElseThrow() : "";
    }

    private static String column(Column column) {
        return column.toString();
    }

    private static String constraint(Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            return "unique " + sorted(unique.columns().stream()) + " " + unique.nullsNotDistinct();
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "primary key " + sorted(key.columns().stream());
        }
        return constraint.withName("").toString();
    }

    private static String index(Index index) {
        boolean plain = index.unique()
                && index.where().isEmpty()
                && index.method().isEmpty()
                && index.parts().stream().allMatch(part -> part.equals(Index.Part.column(part.text())));
        return plain
                ? "unique " + sorted(index.columns().stream()) + " false"
                : index.withName("").toString();
    }

    private static String sorted(Stream<String> columns) {
        return columns.sorted().toList().toString();
    }
}
