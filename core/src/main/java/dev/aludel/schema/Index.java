package dev.aludel.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index that is not the backing of a constraint. The name is empty only where a model leaves it open. {@code method}
 * is empty for the database's default (a B-tree), {@code where} is the predicate of a partial index, {@code include} the columns that are stored in
 * it and not searched by, {@code nullsNotDistinct} says that a unique index takes two nulls for equal, {@code options} are
 * attributes that only this database has, in its own words.
 */
public record Index(
        Optional<String> name,
        List<Part> parts,
        boolean unique,
        Optional<String> method,
        Optional<String> where,
        List<String> include,
        boolean nullsNotDistinct,
        Map<String, String> options) {

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = OptionMap.sorted(options);
    }

    /** An index without options. */
    public Index(
            Optional<String> name,
            List<Part> parts,
            boolean unique,
            Optional<String> method,
            Optional<String> where,
            List<String> include,
            boolean nullsNotDistinct) {
        this(name, parts, unique, method, where, include, nullsNotDistinct, Map.of());
    }

    /** An index that stores nothing but its parts. */
    public Index(
            Optional<String> name, List<Part> parts, boolean unique, Optional<String> method, Optional<String> where) {
        this(name, parts, unique, method, where, List.of(), false);
    }

    /** A column, or an SQL expression where {@code expression}; nulls empty: the direction's default. */
    public record Part(String text, boolean expression, boolean descending, Optional<Nulls> nulls) {
        public static Part column(String name) {
            return new Part(name, false, false, Optional.empty());
        }

        public static Part expression(String sql) {
            return new Part(sql, true, false, Optional.empty());
        }
    }

    /** Where nulls stand when it is not the default of the direction. */
    public enum Nulls {
        FIRST,
        LAST
    }

    /** A plain ascending index over columns. */
    public static Index of(String name, List<String> columns) {
        return new Index(
                Optional.of(name),
                columns.stream().map(Part::column).toList(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    public Index withName(String newName) {
        return new Index(Optional.of(newName), parts, unique, method, where, include, nullsNotDistinct, options);
    }

    public Index withParts(List<Part> newParts) {
        return new Index(name, newParts, unique, method, where, include, nullsNotDistinct, options);
    }

    public Index withUnique(boolean newUnique) {
        return new Index(name, parts, newUnique, method, where, include, nullsNotDistinct, options);
    }

    public Index withMethod(Optional<String> newMethod) {
        return new Index(name, parts, unique, newMethod, where, include, nullsNotDistinct, options);
    }

    public Index withWhere(Optional<String> newWhere) {
        return new Index(name, parts, unique, method, newWhere, include, nullsNotDistinct, options);
    }

    public Index withInclude(List<String> newInclude) {
        return new Index(name, parts, unique, method, where, newInclude, nullsNotDistinct, options);
    }

    public Index withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Index(name, parts, unique, method, where, include, newNullsNotDistinct, options);
    }

    public Index withOptions(Map<String, String> newOptions) {
        return new Index(name, parts, unique, method, where, include, nullsNotDistinct, newOptions);
    }

    /** The plain columns among the parts, in order. */
    public List<String> columns() {
        return parts.stream().filter(part -> !part.expression()).map(Part::text).toList();
    }

    /** {@code unique index ix_author_email (email)}. */
    public String describe() {
        return (unique ? "unique index " : "index ")
                + name.map(text -> text + " ").orElse("")
                + parts.stream()
                        .map(part -> part.text() + (part.descending() ? " desc" : ""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
