package dev.aludel.migration;

import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.Operation;
import dev.aludel.operation.SequenceOptions;
import dev.aludel.operation.SetSequence;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sequence being written: {@code createSequence("author_seq").increment(50)}. A new one starts at 1 by 1 unless said
 * otherwise; of one that is altered, only what is said changes.
 */
public final class SequenceDefinition {
    private final TableName name;
    private OptionalLong start = OptionalLong.empty();
    private OptionalLong increment = OptionalLong.empty();
    private OptionalLong minimum = OptionalLong.empty();
    private OptionalLong maximum = OptionalLong.empty();
    private OptionalLong cache = OptionalLong.empty();
    private Optional<Boolean> cycle = Optional.empty();
    private Optional<String> ownedBy = Optional.empty();
    private OptionalLong restart = OptionalLong.empty();
    private Optional<String> type = Optional.empty();
    private boolean ifNotExists;

    SequenceDefinition(TableName name) {
        this.name = name;
    }

    public SequenceDefinition start(long value) {
        start = OptionalLong.of(value);
        return this;
    }

    public SequenceDefinition increment(long value) {
        increment = OptionalLong.of(value);
        return this;
    }

    /** The lowest number. */
    public SequenceDefinition min(long value) {
        minimum = OptionalLong.of(value);
        return this;
    }

    /** The highest number. */
    public SequenceDefinition max(long value) {
        maximum = OptionalLong.of(value);
        return this;
    }

    /** How many numbers a connection fetches at once; those that it does not use are lost. */
    public SequenceDefinition cache(long numbers) {
        cache = OptionalLong.of(numbers);
        return this;
    }

    /** It begins anew after its last number. */
    public SequenceDefinition cycle() {
        cycle = Optional.of(true);
        return this;
    }

    /** It fails after its last number, as a new one does anyway. */
    public SequenceDefinition noCycle() {
        cycle = Optional.of(false);
        return this;
    }

    /** The SQL type of its numbers: {@code integer}; only of a new one. */
    public SequenceDefinition as(String sqlType) {
        type = Optional.of(sqlType);
        return this;
    }

    /** It is dropped with this column: {@code table.column}; {@code none} for a sequence that stands alone again. */
    public SequenceDefinition ownedBy(String column) {
        ownedBy = Optional.of(column);
        return this;
    }

    /** The next number; only of a sequence that is altered. */
    public SequenceDefinition restart(long value) {
        restart = OptionalLong.of(value);
        return this;
    }

    /** A sequence of that name is no error, whatever its options; only of a new one. */
    public SequenceDefinition ifNotExists() {
        ifNotExists = true;
        return this;
    }

    Operation creation() {
        if (restart.isPresent()) {
            throw Refusals.broken(
                    "The new sequence " + name + " cannot restart.",
                    "Say where it starts: .start(" + restart.getAsLong() + ").");
        }
        Sequence sequence = new Sequence(
                name,
                start.orElse(1),
                increment.orElse(1),
                minimum,
                maximum,
                cache,
                cycle.orElse(false),
                type,
                ownedBy.filter(owner -> !owner.equalsIgnoreCase("none")));
        return new CreateSequence(sequence, ifNotExists);
    }

    Operation alteration() {
        SequenceOptions options =
                new SequenceOptions(start, increment, minimum, maximum, cache, cycle, ownedBy, restart);
        if (ifNotExists || options.equals(SequenceOptions.none())) {
            throw Refusals.broken(
                    "Nothing of the sequence " + name + " is altered.", "Say what: .increment(50), .restart(1000), ….");
        }
        return start.isPresent() && increment.isPresent() && options.equals(SequenceOptions.of(noun()))
                ? new AlterSequence(Optional.empty(), noun())
                : new SetSequence(name, options);
    }

    private Sequence noun() {
        return new Sequence(name, start.orElse(1), increment.orElse(1));
    }
}
