package dev.aludel.schema;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one source says of a database: the noun on both sides of every comparison. A value: two are equal when
 * they say the same.
 */
public final class Schema {
    private final List<Table> tables;
    private final List<Sequence> sequences;
    private final List<SchemaObject> objects;
    private final SortedSet<Dependency> dependencies;
    private final ByName<TableName, Table> tablesByName;
    private final ByName<TableName, Sequence> sequencesByName;
    private final ByName<ObjectName, SchemaObject> objectsByName;

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
        this.tablesByName = new ByName<>(this.tables, Table::name);
        this.sequencesByName = new ByName<>(this.sequences, Sequence::name);
        this.objectsByName = new ByName<>(this.objects, SchemaObject::name);
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
        return tablesByName.find(name);
    }

    public Optional<Sequence> findSequence(TableName name) {
        return sequencesByName.find(name);
    }

    public Optional<SchemaObject> findObject(ObjectName name) {
        return objectsByName.find(name);
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
