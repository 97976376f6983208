package dev.aludel.migration;

import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;

/** A sequence being written: {@code createSequence("author_seq").increment(50)}. Starts at 1 by 1 unless said otherwise. */
public final class SequenceDefinition {
    private final TableName name;
    private long start = 1;
    private long increment = 1;

    SequenceDefinition(TableName name) {
        this.name = name;
    }

    public SequenceDefinition start(long value) {
        start = value;
        return this;
    }

    public SequenceDefinition increment(long value) {
        increment = value;
        return this;
    }

    Sequence sequence() {
        return new Sequence(name, start, increment);
    }
}
