package dev.aludel.operation;

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
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
