package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops a column; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropColumn(TableName table, String column, Optional<Column> dropped) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new AddColumn(table, found));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeColumn(before, table, column, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column;
    }

    @Override
    public boolean destructive() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
