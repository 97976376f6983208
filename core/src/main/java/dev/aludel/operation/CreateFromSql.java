package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.Optional;

/** Creates a function, procedure or trigger with SQL text that is sent as it stands; the name is for the way back. */
public record CreateFromSql(ObjectName object, String sql) implements ObjectOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropObject(object, Optional.of(this), DropOptions.strict()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, SchemaObject.of(object, new SchemaObject.Statement(sql)));
    }

    @Override
    public String describe() {
        return "create " + object.describe();
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
