package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Renames a value of an enum type; rows that have it follow. */
public record RenameEnumValue(TableName type, String value, String newValue) implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.TYPE, type);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameEnumValue(type, newValue, value));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapObject(
                before,
                object(),
                found -> found.definition() instanceof SchemaObject.Values known
                        ? found.withDefinition(new SchemaObject.Values(known.values().stream()
                                .map(word -> word.equals(value) ? newValue : word)
                                .toList()))
                        : found);
    }

    @Override
    public String describe() {
        return "rename value " + value + " of type " + type + " to " + newValue;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
