package dev.aludel.schema;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Identifies what stands beside tables in a database. Ordered by kind, name and arguments, then by table.
 *
 * @param name without a schema where the kind has none (schemas, extensions, triggers)
 * @param arguments a routine's argument types with their parentheses, in SQL: {@code (integer, text)}; empty for other
 *     kinds, and for a routine where its name alone tells which is meant
 * @param table of a trigger, a rule or a policy; empty for other kinds
 */
public record ObjectName(Kind kind, TableName name, String arguments, Optional<TableName> table)
        implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::kind)
            .thenComparing(ObjectName::name)
            .thenComparing(ObjectName::arguments)
            .thenComparing(object -> object.table.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What it is; {@link #words} in lower case for people, in upper case for SQL. */
    public enum Kind {
        SCHEMA,
        EXTENSION,
        TYPE,
        DOMAIN,
        SEQUENCE,
        TABLE,
        FUNCTION,
        PROCEDURE,
        AGGREGATE,
        VIEW,
        MATERIALIZED_VIEW,
        INDEX,
        RULE,
        TRIGGER,
        POLICY,
        EVENT;

        /** {@code MATERIALIZED VIEW}. */
        public String words() {
            return name().replace('_', ' ');
        }
    }

    /** A kind that a schema can hold: types and views. */
    public static ObjectName of(Kind kind, TableName name) {
        return new ObjectName(kind, name, "", Optional.empty());
    }

    /** A kind that no schema holds: schemas and extensions. */
    public static ObjectName of(Kind kind, String name) {
        return of(kind, TableName.of(name));
    }

    /** Reads {@code name(argument types)} or {@code schema.name(argument types)}; the parentheses may be left out. */
    public static ObjectName routine(Kind kind, String signature) {
        int open = signature.indexOf('(');
        String name = open < 0 ? signature : signature.substring(0, open);
        String arguments = open < 0 ? "" : signature.substring(open);
        return new ObjectName(kind, TableName.parse(name.strip()), arguments, Optional.empty());
    }

    public static ObjectName trigger(String name, TableName table) {
        return of(Kind.TRIGGER, name, table);
    }

    /** A kind that belongs to a table: triggers, rules and policies. */
    public static ObjectName of(Kind kind, String name, TableName table) {
        return new ObjectName(kind, TableName.of(name), "", Optional.of(table));
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** {@code trigger author_audit on author}. */
    public String describe() {
        return kind.words().toLowerCase(Locale.ROOT) + " " + name + arguments
                + table.map(on -> " on " + on).orElse("");
    }
}
