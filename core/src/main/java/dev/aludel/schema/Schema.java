package dev.aludel.schema;

import java.util.List;
import java.util.Optional;

/** Everything that one source says of a database: the noun on both sides of every comparison. */
public record Schema(List<Table> tables, List<Sequence> sequences) {

    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** A schema with nothing in it. */
    public static Schema empty() {
        return new Schema(List.of(), List.of());
    }

    public Schema withTables(List<Table> newTables) {
        return new Schema(newTables, sequences);
    }

    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(tables, newSequences);
    }

    public Optional<Table> findTable(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<Sequence> findSequence(TableName name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }
}
