package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Adds a column at the end of a table.
 *
 * @param ifNotExists a column of that name is no error, whatever its type
 */
public record AddColumn(TableName table, Column column, boolean ifNotExists) implements Operation {

    /** A column that must not exist yet. */
    public AddColumn(TableName table, Column column) {
        this(table, column, false);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropColumn(table, column.name(), Optional.of(column), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return ifNotExists && SchemaFold.hasColumn(before, table, column.name())
                ? before
                : SchemaFold.addColumn(before, table, column, this);
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
