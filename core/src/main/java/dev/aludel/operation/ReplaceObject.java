package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Makes an object another of the same name in place, so that what depends on it stays.
 *
 * @param columns those whose type it is, where it is a type; the database may have to convert them
 */
public record ReplaceObject(SchemaObject from, SchemaObject to, List<Use> columns) implements ObjectOperation {
    public ReplaceObject {
        columns = List.copyOf(columns);
    }

    /** A column that has the type, with its default in SQL. */
    public record Use(TableName table, String column, boolean array, Optional<String> defaultValue) {}

    @Override
    public ObjectName object() {
        return to.name();
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new ReplaceObject(to, from, columns));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, to);
    }

    @Override
    public String describe() {
        return "replace " + to.name().describe();
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
