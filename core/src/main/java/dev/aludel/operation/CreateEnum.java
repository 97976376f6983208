package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Creates a type whose values are these words, in this order. */
public record CreateEnum(TableName name, List<String> values) implements ObjectOperation {
    public CreateEnum {
        values = List.copyOf(values);
    }

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.TYPE, name);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropObject(object(), Optional.of(this), DropOptions.strict()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, SchemaObject.enumType(name, values));
    }

    @Override
    public String describe() {
        return "create type " + name + " as enum (" + String.join(", ", values) + ")";
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
