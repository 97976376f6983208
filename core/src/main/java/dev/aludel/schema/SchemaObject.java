package dev.aludel.schema;

import java.util.List;
import java.util.Optional;

/**
 * What stands beside tables and sequences in a database: schemas, types, views, routines, triggers. Two are the same when
 * their definitions are, as one database spells them.
 */
public record SchemaObject(ObjectName name, Definition definition, Optional<String> comment) {

    /** What makes an object. */
    public sealed interface Definition {}

    /** The words of an enum type, in their order. */
    public record Values(List<String> values) implements Definition {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** The query of a view or materialized view, without a semicolon. */
    public record Query(String sql) implements Definition {}

    /**
     * The whole statement that creates it, without a semicolon.
     *
     * @param signature objects of one name with the same signature can become one another in place; empty for those that
     *     must be dropped and created again
     * @param parts what an object consists of that is changed piece by piece; of the dialect's own making
     */
    public record Statement(String sql, String signature, List<String> parts) implements Definition {
        public Statement {
            parts = List.copyOf(parts);
        }

        /** A statement of which nothing else is known. */
        public Statement(String sql) {
            this(sql, "", List.of());
        }
    }

    /** Nothing but its name: a schema, or an extension, in whose case the text is the schema that has its objects. */
    public record Name(Optional<String> schema) implements Definition {}

    public static SchemaObject enumType(TableName name, List<String> values) {
        return of(ObjectName.of(ObjectName.Kind.TYPE, name), new Values(values));
    }

    public static SchemaObject view(TableName name, String query) {
        return of(ObjectName.of(ObjectName.Kind.VIEW, name), new Query(query));
    }

    /** An object that no comment explains. */
    public static SchemaObject of(ObjectName name, Definition definition) {
        return new SchemaObject(name, definition, Optional.empty());
    }

    public SchemaObject withDefinition(Definition newDefinition) {
        return new SchemaObject(name, newDefinition, comment);
    }

    public SchemaObject withComment(Optional<String> newComment) {
        return new SchemaObject(name, definition, newComment);
    }
}
