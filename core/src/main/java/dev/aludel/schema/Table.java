package dev.aludel.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One table: columns in their order, constraints and indexes in any (comparison sorts them).
 *
 * @param options attributes that only this database has, in its own words
 */
public record Table(
        TableName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        Optional<String> comment,
        Map<String, String> options) {

    /** The option by which a table says of what other it is a partition, and which rows it has. */
    public static final String PARTITION_OF = "PARTITION OF";

    /** How options begin that speak of a column which the table has from another: {@code ALTER COLUMN at NOT NULL}. */
    public static final String ALTER_COLUMN = "ALTER COLUMN ";

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = OptionMap.sorted(options);
    }

    /** A table without options. */
    public Table(
            TableName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Optional<String> comment) {
        this(name, columns, constraints, indexes, comment, Map.of());
    }

    /** A table with columns alone. */
    public static Table of(TableName name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), Optional.empty());
    }

    public Table withName(TableName newName) {
        return new Table(newName, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<Constraint> newConstraints) {
        return new Table(name, columns, newConstraints, indexes, comment, options);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, constraints, newIndexes, comment, options);
    }

    public Table withComment(Optional<String> newComment) {
        return new Table(name, columns, constraints, indexes, newComment, options);
    }

    public Table withOptions(Map<String, String> newOptions) {
        return new Table(name, columns, constraints, indexes, comment, newOptions);
    }

    public Optional<Column> findColumn(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Optional<Constraint> findConstraint(String constraintName) {
        return constraints.stream()
                .filter(constraint ->
                        constraint.name().filter(constraintName::equals).isPresent())
                .findFirst();
    }

    public Optional<Index> findIndex(String indexName) {
        return indexes.stream()
                .filter(index -> index.name().filter(indexName::equals).isPresent())
                .findFirst();
    }

    public Optional<Constraint.PrimaryKey> findPrimaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }
}
