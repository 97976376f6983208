package dev.aludel.jpa;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.mapping.Selectable;

/** Reads one of Hibernate's tables: its columns, its constraints and its indexes. */
final class TableReader {
    private final Names names;
    private final ColumnReader columnReader;
    private final ConstraintReader constraintReader;
    private final DeclaredOrder order;

    TableReader(Names names, ColumnReader columnReader, ConstraintReader constraintReader, DeclaredOrder order) {
        this.names = names;
        this.order = order;
        this.columnReader = columnReader;
        this.constraintReader = constraintReader;
    }

    Table read(org.hibernate.mapping.Table table) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> ofColumns = new ArrayList<>();
        for (org.hibernate.mapping.Column column : order.sort(table)) {
            ColumnDefinition definition = columnReader.definition(table, column);
            columns.add(columnReader.read(table, column, definition));
            ofColumns.addAll(constraintReader.ofColumn(column, definition));
        }
        return new Table(
                constraintReader.name(table),
                columns,
                constraintReader.read(table, ofColumns),
                table.getIndexes().values().stream().map(this::read).toList(),
                Optional.ofNullable(table.getComment()));
    }

    private Index read(org.hibernate.mapping.Index index) {
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        List<Index.Part> parts = index.getSelectables().stream()
                .map(selectable -> part(selectable, orders.getOrDefault(selectable, "")))
                .toList();
        return new Index(names.given(index.getName()), parts, index.isUnique(), Optional.empty(), Optional.empty());
    }

    private Index.Part part(Selectable selectable, String order) {
        String direction = order.toLowerCase(Locale.ROOT);
        boolean descending = direction.contains("desc");
        // "asc nulls last" and "desc nulls first" say what holds anyway
        Optional<Index.Nulls> nulls = Optional.empty();
        if (descending && direction.contains("nulls last")) {
            nulls = Optional.of(Index.Nulls.LAST);
        } else if (!descending && direction.contains("nulls first")) {
            nulls = Optional.of(Index.Nulls.FIRST);
        }
        return selectable instanceof org.hibernate.mapping.Column column
                ? new Index.Part(names.of(column), false, descending, nulls)
                : new Index.Part(selectable.getText(), true, descending, nulls);
    }
}
