package dev.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves columns between a partition, which says only what is its own, and a table that says everything, as it does before it
 * becomes a partition and after it has ceased to be one.
 */
public final class Partitions {
    private Partitions() {}

    public static boolean isPartition(Table table) {
        return table.options().containsKey(Table.PARTITION_OF);
    }

    /** The table with the columns that it has from the table that it is a partition of; as it is, where it is of none. */
    public static Table completed(Table table, Schema schema) {
        Optional<Table> parent = parent(table, schema).map(found -> completed(found, schema));
        if (parent.isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>(parent.get().columns());
        columns.replaceAll(column -> table.findColumn(column.name()).orElse(column));
        return table.withColumns(columns);
    }

    /** The table without the columns of which the table that it is a partition of says the same. */
    public static Table reduced(Table table, Schema schema) {
        Optional<Table> parent = parent(table, schema).map(found -> completed(found, schema));
        return table.withColumns(table.columns().stream()
                .filter(column -> parent.flatMap(found -> found.findColumn(column.name()))
                        .filter(column::equals)
                        .isEmpty())
                .toList());
    }

    private static Optional<Table> parent(Table table, Schema schema) {
        String partitionOf =
                table.options().getOrDefault(Table.PARTITION_OF, "").replace("\"", "");
        return schema.tables().stream()
                .filter(other -> partitionOf.startsWith(other.name() + " FOR VALUES ")
                        || partitionOf.equals(other.name() + " DEFAULT"))
                .findFirst();
    }
}
