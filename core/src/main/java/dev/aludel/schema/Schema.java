package dev.aludel.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one source says of a database: the noun on both sides of every comparison. A value: two are equal when
 * they say the same. Its parts are found by their names in constant time, however many there are.
 */
public final class Schema {
    private final List<Table> tables;
    private final List<Sequence> sequences;
    private final List<SchemaObject> objects;
    private final SortedSet<Dependency> dependencies;
    private @Nullable Map<TableName, Table> tablesByName;
    private @Nullable Map<TableName, Sequence> sequencesByName;
    private @Nullable Map<ObjectName, SchemaObject> objectsByName;

    /**
     * A schema of these parts.
     *
     * @param objects what stands beside tables and sequences
     * @param dependencies among all of these, beyond foreign keys, which say it themselves; they order operations and are
     *     never compared by a diff. In their own order, so that equal schemas give equal migrations
     */
    public Schema(
            List<Table> tables, List<Sequence> sequences, List<SchemaObject> objects, Set<Dependency> dependencies) {
        this.tables = List.copyOf(tables);
        this.sequences = List.copyOf(sequences);
        this.objects = List.copyOf(objects);
        this.dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
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

    public List<Table> tables() {
        return tables;
    }

    public List<Sequence> sequences() {
        return sequences;
    }

    public List<SchemaObject> objects() {
        return objects;
    }

    public Set<Dependency> dependencies() {
        return dependencies;
    }

    public Optional<Table> findTable(TableName name) {
        Map<TableName, Table> byName = tablesByName;
        if (byName == null) {
            byName = index(tables, Table::name);
            tablesByName = byName;
        }
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Sequence> findSequence(TableName name) {
        Map<TableName, Sequence> byName = sequencesByName;
        if (byName == null) {
            byName = index(sequences, Sequence::name);
            sequencesByName = byName;
        }
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<SchemaObject> findObject(ObjectName name) {
        Map<ObjectName, SchemaObject> byName = objectsByName;
        if (byName == null) {
            byName = index(objects, SchemaObject::name);
            objectsByName = byName;
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** Of two with one name the first; unmodifiable, and so seen whole by every thread. */
    private static <N, P> Map<N, P> index(List<P> parts, Function<P, N> name) {
        return parts.stream().collect(Collectors.toUnmodifiableMap(name, part -> part, (first, second) -> first));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schema schema
                && tables.equals(schema.tables)
                && sequences.equals(schema.sequences)
                && objects.equals(schema.objects)
                && dependencies.equals(schema.dependencies);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tables, sequences, objects, dependencies);
    }

    @Override
    public String toString() {
        return "Schema[tables=" + tables + ", sequences=" + sequences + ", objects=" + objects + ", dependencies="
                + dependencies + "]";
    }
}
