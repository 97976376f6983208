package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops an index; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropIndex(TableName table, String index, Optional<Index> dropped) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new CreateIndex(table, found));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.removeIndex(before, table, index, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "drop index " + index + " of " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
