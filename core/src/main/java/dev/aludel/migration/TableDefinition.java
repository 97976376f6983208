package dev.aludel.migration;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table being written: what {@code createTable(…)} returns. */
public final class TableDefinition {
    private final TableName name;
    private final List<TableElement> elements;
    private @Nullable String comment;

    TableDefinition(TableName name, List<TableElement> elements) {
        this.name = name;
        this.elements = elements;
    }

    public TableDefinition comment(String text) {
        comment = text;
        return this;
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition definition) {
                columns.add(definition.column());
            } else if (element instanceof ConstraintDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof ForeignKeyDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof IndexDefinition definition) {
                indexes.add(definition.index());
            }
        }
        return new Table(name, columns, constraints, indexes, Optional.ofNullable(comment));
    }
}
