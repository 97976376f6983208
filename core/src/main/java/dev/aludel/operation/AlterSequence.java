package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.Optional;

/** Makes a sequence what it shall be; {@code from} is what it was, where that is known. */
public record AlterSequence(Optional<Sequence> from, Sequence to) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return from.map(was -> new AlterSequence(Optional.of(to), was));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addSequence(SchemaFold.removeSequence(before, to.name(), this), to, this);
    }

    @Override
    public String describe() {
        return "alter sequence " + to.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
