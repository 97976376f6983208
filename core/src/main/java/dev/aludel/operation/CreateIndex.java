package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Creates a named index. */
public record CreateIndex(TableName table, Index index) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return index.name().map(name -> new DropIndex(table, name, Optional.of(index)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.addIndex(before, table, index, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "create " + index.describe() + " on " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
