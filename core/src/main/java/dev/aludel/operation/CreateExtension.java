package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.Optional;

/**
 * Loads an extension into the database.
 *
 * @param schema that gets its objects; empty for the current one
 * @param version empty for the server's newest
 */
public record CreateExtension(String name, Optional<String> schema, Optional<String> version, boolean ifNotExists)
        implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.EXTENSION, name);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropObject(object(), Optional.of(this), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, SchemaObject.of(object(), new SchemaObject.Name(schema)));
    }

    @Override
    public String describe() {
        return "create extension " + name;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
