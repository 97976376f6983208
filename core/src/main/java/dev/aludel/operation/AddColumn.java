package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Adds a column at the end of a table. */
public record AddColumn(TableName table, Column column) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropColumn(table, column.name(), Optional.of(column)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addColumn(before, table, column, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
