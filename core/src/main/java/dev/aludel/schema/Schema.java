package dev.aludel.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that one source says of a database: the noun on both sides of every comparison.
 *
 * @param objects what stands beside tables and sequences
 * @param dependencies among all of these, beyond foreign keys, which say it themselves; they order operations and are
 *     never compared. In their own order, so that equal schemas give equal migrations
 */
public record Schema(
        List<Table> tables, List<Sequence> sequences, List<SchemaObject> objects, Set<Dependency> dependencies) {

    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        objects = List.copyOf(objects);
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
    }

    /** A schema of tables and sequences alone. */
    public Schema(List<Table> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of(), Set.of());
    }

    /** A schema with nothing in it. */
    public static Schema empty() {
        return new Schema(List.of(), List.of());
    }

    public Schema withTables(List<Table> newTables) {
        return new Schema(newTables, sequences, objects, dependencies);
    }

    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(tables, newSequences, objects, dependencies);
    }

    public Schema withObjects(List<SchemaObject> newObjects) {
        return new Schema(tables, sequences, newObjects, dependencies);
    }

    public Schema withDependencies(Set<Dependency> newDependencies) {
        return new Schema(tables, sequences, objects, newDependencies);
    }

    public Optional<Table> findTable(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<Sequence> findSequence(TableName name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }

    public Optional<SchemaObject> findObject(ObjectName name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst();
    }
}
