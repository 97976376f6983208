package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops a table; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropTable(TableName table, Optional<Table> dropped) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(CreateTable::new);
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeTable(before, table, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, dropped.map(Table::constraints).orElse(List.of()));
    }

    @Override
    public String describe() {
        return "drop table " + table;
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
