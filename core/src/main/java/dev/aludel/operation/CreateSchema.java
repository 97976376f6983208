package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.Optional;

/** Creates a schema. */
public record CreateSchema(String name, boolean ifNotExists) implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.SCHEMA, name);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropObject(object(), Optional.of(this), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, SchemaObject.of(object(), new SchemaObject.Name(Optional.empty())));
    }

    @Override
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
