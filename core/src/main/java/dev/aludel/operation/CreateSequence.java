package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.Optional;

/**
 * Creates a sequence.
 *
 * @param options what it is told besides its start and increment; those and the restart are empty
 * @param ifNotExists a sequence of that name is no error, whatever its options
 */
public record CreateSequence(Sequence sequence, SequenceOptions options, boolean ifNotExists) implements Operation {

    /** A sequence with nothing but a start and an increment, that must not exist yet. */
    public CreateSequence(Sequence sequence) {
        this(sequence, SequenceOptions.none(), false);
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
