package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.Optional;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropSequence(sequence.name(), Optional.of(sequence)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addSequence(before, sequence, this);
    }

    @Override
    public String describe() {
        return "create sequence " + sequence.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
