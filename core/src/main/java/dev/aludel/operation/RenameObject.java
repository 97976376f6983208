package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import java.util.Optional;

/** Renames a schema, type or view; routines, triggers and extensions keep their names. */
public record RenameObject(ObjectName object, String newName) implements ObjectOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameObject(
                new ObjectName(object.kind(), object.name().withName(newName), object.arguments(), object.table()),
                object.name().name()));
    }

    @Override
    public String describe() {
        return "rename " + object.describe() + " to " + newName;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
