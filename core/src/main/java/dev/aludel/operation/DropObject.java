package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import java.util.Optional;

/** Drops what stands beside tables; {@code dropped} is what made it, where that is known, so that it can come back. */
public record DropObject(ObjectName object, Optional<ObjectOperation> dropped, DropOptions options)
        implements ObjectOperation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(Operation.class::cast);
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeObject(before, object);
    }

    @Override
    public String describe() {
        return "drop " + object.describe() + options.describe();
    }

    /** Only a partition holds rows; what a cascade takes along may. */
    @Override
    public boolean destructive() {
        return options.cascade() || object.kind() == ObjectName.Kind.TABLE;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
