package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Sets options of a sequence and leaves the others as they are; what they were is not known. */
public record SetSequence(TableName sequence, SequenceOptions options) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapSequence(
                before,
                sequence,
                this,
                was -> new Sequence(
                        was.name(),
                        options.start().orElse(was.start()),
                        options.increment().orElse(was.increment()),
                        options.minimum().isPresent() ? options.minimum() : was.minimum(),
                        options.maximum().isPresent() ? options.maximum() : was.maximum(),
                        options.cache().isPresent() ? options.cache() : was.cache(),
                        options.cycle().orElse(was.cycle()),
                        was.type(),
                        options.ownedBy().or(was::ownedBy).filter(owner -> !owner.equalsIgnoreCase("none"))));
    }

    @Override
    public String describe() {
        return "set options of sequence " + sequence;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
