package dev.aludel.schema;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a table (or sequence) by its optional schema and its name, both exactly as the database stores them,
 * unquoted. An empty schema means the connection's default schema. Ordered by schema, then name.
 */
public record TableName(Optional<String> schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing((TableName table) -> table.schema.orElse("")).thenComparing(TableName::name);

    public TableName {
        if (name.isEmpty() || schema.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a table's name and schema must not be empty");
        }
    }

    /** A table of the default schema. The text is one name: a dot in it is part of the name. */
    public static TableName of(String name) {
        return new TableName(Optional.empty(), name);
    }

    /** A table of a named schema. */
    public static TableName of(String schema, String name) {
        return new TableName(Optional.of(schema), name);
    }

    /** Reads {@code name} or {@code schema.name}, cut at the first dot. */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? of(text) : of(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The same schema with another name. */
    public TableName withName(String newName) {
        return new TableName(schema, newName);
    }

    /** {@code name} or {@code schema.name} as SQL, each part written by the function that quotes identifiers. */
    public String quoted(UnaryOperator<String> quote) {
        return schema.map(prefix -> quote.apply(prefix) + ".").orElse("") + quote.apply(name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** What a record does by itself; written out, since names are compared more often than anything else. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableName table && name.equals(table.name) && schema.equals(table.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    /** {@code name} or {@code schema.name}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return schema.map(prefix -> prefix + "." + name).orElse(name);
    }
}
