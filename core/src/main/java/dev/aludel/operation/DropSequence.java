package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Drops a sequence; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropSequence(TableName sequence, Optional<Sequence> dropped) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(CreateSequence::new);
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeSequence(before, sequence, this);
    }

    @Override
    public String describe() {
        return "drop sequence " + sequence;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
