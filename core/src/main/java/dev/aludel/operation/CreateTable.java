package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Creates a table with its columns, constraints and indexes; every constraint and index has a name. */
public record CreateTable(Table table) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropTable(table.name(), Optional.of(table)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addTable(before, table, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table.name(), table.constraints());
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
