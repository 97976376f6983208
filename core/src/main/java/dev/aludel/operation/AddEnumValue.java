package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.TableName;
import java.util.Optional;

/**
 * Adds a value to an enum type; databases cannot take one away again. On PostgreSQL the value can be used only after the
 * transaction that adds it.
 *
 * @param before the value that it stands before; at most one of this and {@code after} is there, else it becomes the last
 * @param after the value that it stands after
 */
public record AddEnumValue(
        TableName type, String value, Optional<String> before, Optional<String> after, boolean ifNotExists)
        implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.TYPE, type);
    }

    @Override
    public String describe() {
        return "add value " + value + " to type " + type;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
