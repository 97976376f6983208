package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Renames a sequence within its schema. */
public record RenameSequence(TableName sequence, String newName) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameSequence(sequence.withName(newName), sequence.name()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapSequence(before, sequence, this, was -> was.withName(sequence.withName(newName)));
    }

    @Override
    public String describe() {
        return "rename sequence " + sequence + " to " + newName;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
