package dev.aludel.operation;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The edits of a schema that operations fold with; each refuses what a database would refuse. */
final class SchemaFold {
    private SchemaFold() {}

    static Schema addTable(Schema schema, Table table, Operation operation) {
        require(schema.findTable(table.name()).isEmpty(), operation, "the table exists already");
        return schema.withTables(append(schema.tables(), table));
    }

    static Schema removeTable(Schema schema, TableName name, Operation operation) {
        requireTable(schema, name, operation);
        return schema.withTables(schema.tables().stream()
                .filter(table -> !table.name().equals(name))
                .toList());
    }

    static Schema renameTable(Schema schema, TableName name, String newName, Operation operation) {
        TableName target = name.withName(newName);
        require(schema.findTable(target).isEmpty(), operation, "the table " + target + " exists already");
        Schema renamed = mapTable(schema, name, operation, table -> table.withName(target));
        return References.tableRenamed(renamed, name, target);
    }

    static Schema mapTable(Schema schema, TableName name, Operation operation, UnaryOperator<Table> edit) {
        requireTable(schema, name, operation);
        return schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(name) ? edit.apply(table) : table)
                .toList());
    }

    static boolean hasColumn(Schema schema, TableName table, String column) {
        return schema.findTable(table)
                .flatMap(found -> found.findColumn(column))
                .isPresent();
    }

    static Schema addColumn(Schema schema, TableName name, Column column, Operation operation) {
        require(
                requireTable(schema, name, operation).findColumn(column.name()).isEmpty(),
                operation,
                "the column exists already");
        return mapTable(schema, name, operation, table -> table.withColumns(append(table.columns(), column)));
    }

    static Schema mapColumn(
            Schema schema, TableName name, String column, Operation operation, UnaryOperator<Column> edit) {
        requireColumn(schema, name, column, operation);
        return mapTable(
                schema,
                name,
                operation,
                table -> table.withColumns(table.columns().stream()
                        .map(found -> found.name().equals(column) ? edit.apply(found) : found)
                        .toList()));
    }

    /** Constraints and indexes over the column go with it, as in every database that allows it. */
    static Schema removeColumn(Schema schema, TableName name, String column, Operation operation) {
        requireColumn(schema, name, column, operation);
        return mapTable(
                schema,
                name,
                operation,
                table -> table.withColumns(without(table.columns(), table.findColumn(column).stream()))
                        .withConstraints(table.constraints().stream()
                                .filter(constraint -> !constraint.columns().contains(column))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .filter(index -> !index.columns().contains(column))
                                .toList()));
    }

    static Schema renameColumn(Schema schema, TableName name, String column, String newName, Operation operation) {
        require(
                requireTable(schema, name, operation).findColumn(newName).isEmpty(),
                operation,
                "the column " + newName + " exists already");
        Schema renamed = mapColumn(schema, name, column, operation, found -> found.withName(newName));
        return References.columnRenamed(renamed, name, column, newName);
    }

    static Schema addConstraint(Schema schema, TableName name, Constraint constraint, Operation operation) {
        Table table = requireTable(schema, name, operation);
        require(constraint.name().flatMap(table::findConstraint).isEmpty(), operation, "the constraint exists already");
        return mapTable(
                schema, name, operation, found -> found.withConstraints(append(found.constraints(), constraint)));
    }

    static Schema removeConstraint(Schema schema, TableName name, String constraint, Operation operation) {
        requireConstraint(schema, name, constraint, operation);
        return mapTable(
                schema,
                name,
                operation,
                table ->
                        table.withConstraints(without(table.constraints(), table.findConstraint(constraint).stream())));
    }

    /** Does nothing where there is no such constraint: a schema need not know all. */
    static Schema mapConstraint(Schema schema, TableName name, String constraint, UnaryOperator<Constraint> edit) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(name)
                        ? table.withConstraints(table.constraints().stream()
                                .map(found -> found.name().equals(Optional.of(constraint)) ? edit.apply(found) : found)
                                .toList())
                        : table)
                .toList());
    }

    static Schema renameConstraint(
            Schema schema, TableName name, String constraint, String newName, Operation operation) {
        requireConstraint(schema, name, constraint, operation);
        return mapTable(
                schema,
                name,
                operation,
                table -> table.withConstraints(table.constraints().stream()
                        .map(found ->
                                found.name().filter(constraint::equals).isPresent() ? found.withName(newName) : found)
                        .toList()));
    }

    static Schema addIndex(Schema schema, TableName name, Index index, Operation operation) {
        Table table = requireTable(schema, name, operation);
        require(index.name().flatMap(table::findIndex).isEmpty(), operation, "the index exists already");
        return mapTable(schema, name, operation, found -> found.withIndexes(append(found.indexes(), index)));
    }

    static Schema removeIndex(Schema schema, TableName name, String index, Operation operation) {
        requireIndex(schema, name, index, operation);
        return mapTable(
                schema,
                name,
                operation,
                table -> table.withIndexes(without(table.indexes(), table.findIndex(index).stream())));
    }

    static Schema renameIndex(Schema schema, TableName name, String index, String newName, Operation operation) {
        requireIndex(schema, name, index, operation);
        return mapTable(
                schema,
                name,
                operation,
                table -> table.withIndexes(table.indexes().stream()
                        .map(found -> found.name().filter(index::equals).isPresent() ? found.withName(newName) : found)
                        .toList()));
    }

    static Schema addSequence(Schema schema, Sequence sequence, Operation operation) {
        require(schema.findSequence(sequence.name()).isEmpty(), operation, "the sequence exists already");
        return schema.withSequences(append(schema.sequences(), sequence));
    }

    static Schema mapSequence(Schema schema, TableName name, Operation operation, UnaryOperator<Sequence> edit) {
        require(schema.findSequence(name).isPresent(), operation, "there is no such sequence");
        return schema.withSequences(schema.sequences().stream()
                .map(found -> found.name().equals(name) ? edit.apply(found) : found)
                .toList());
    }

    static Schema removeSequence(Schema schema, TableName name, Operation operation) {
        require(schema.findSequence(name).isPresent(), operation, "there is no such sequence");
        return schema.withSequences(without(schema.sequences(), schema.findSequence(name).stream()));
    }

    private static Table requireTable(Schema schema, TableName name, Operation operation) {
        return schema.findTable(name).orElseThrow(() -> refusal(operation, "there is no table " + name));
    }

    private static void requireColumn(Schema schema, TableName name, String column, Operation operation) {
        require(
                requireTable(schema, name, operation).findColumn(column).isPresent(),
                operation,
                "there is no column " + column + " in " + name);
    }

    private static void requireConstraint(Schema schema, TableName name, String constraint, Operation operation) {
        require(
                requireTable(schema, name, operation).findConstraint(constraint).isPresent(),
                operation,
                "there is no constraint " + constraint + " in " + name);
    }

    private static void requireIndex(Schema schema, TableName name, String index, Operation operation) {
        require(
                requireTable(schema, name, operation).findIndex(index).isPresent(),
                operation,
                "there is no index " + index + " in " + name);
    }

    private static void require(boolean holds, Operation operation, String why) {
        if (!holds) {
            throw refusal(operation, why);
        }
    }

    /** Adds an object, in the place of one of its name. */
    static Schema putObject(Schema schema, SchemaObject object) {
        Schema without = removeObject(schema, object.name());
        return without.withObjects(append(without.objects(), object));
    }

    static Schema removeObject(Schema schema, ObjectName name) {
        return schema.withObjects(schema.objects().stream()
                .filter(object -> !object.name().equals(name))
                .toList());
    }

    /** Does nothing where there is no such object: a schema need not know all. */
    static Schema mapObject(Schema schema, ObjectName name, UnaryOperator<SchemaObject> edit) {
        return schema.withObjects(schema.objects().stream()
                .map(object -> object.name().equals(name) ? edit.apply(object) : object)
                .toList());
    }

    static Schema mapColumns(Schema schema, UnaryOperator<Column> edit) {
        return schema.withTables(schema.tables().stream()
                .map(table ->
                        table.withColumns(table.columns().stream().map(edit).toList()))
                .toList());
    }

    private static AludelException refusal(Operation operation, String why) {
        return AludelException.of(ErrorCode.INCONSISTENT_SCHEMA, "Cannot " + operation.describe() + ": " + why + ".");
    }

    private static <T> List<T> append(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static <T> List<T> without(List<T> list, Stream<T> elements) {
        List<T> shorter = new ArrayList<>(list);
        elements.forEach(shorter::remove);
        return shorter;
    }
}
