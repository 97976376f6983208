package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** Drops a sequence; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropSequence(TableName sequence, Optional<Sequence> dropped, DropOptions options) implements Operation {

    /** The sequence must be known, and nothing else may go. */
    public DropSequence(TableName sequence, Optional<Sequence> dropped) {
        this(sequence, dropped, DropOptions.strict());
    }

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(was -> new CreateSequence(was, options.ifExists()));
    }

    @Override
    public Schema applyTo(Schema before) {
        return options.ifExists() && before.findSequence(sequence).isEmpty()
                ? before
                : SchemaFold.removeSequence(before, sequence, this);
    }

    @Override
    public String describe() {
        return "drop sequence " + sequence + options.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
