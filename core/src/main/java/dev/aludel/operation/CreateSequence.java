package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.Optional;

/** Creates a sequence; with {@code ifNotExists} one of that name is no error, whatever its options. */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements Operation {

    /** A sequence that must not exist yet. */
    public CreateSequence(Sequence sequence) {
        this(sequence, false);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropSequence(sequence.name(), Optional.of(sequence), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return ifNotExists && before.findSequence(sequence.name()).isPresent()
                ? before
                : SchemaFold.addSequence(before, sequence, this);
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
