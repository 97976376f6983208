package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops a table; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropTable(TableName table, Optional<Table> dropped, DropOptions options) implements Operation {

    /** The table must be there, and nothing else may go. */
    public DropTable(TableName table, Optional<Table> dropped) {
        this(table, dropped, DropOptions.strict());
    }

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(was -> new CreateTable(was, Persistence.PERMANENT, Optional.empty(), options.ifExists()));
    }

    @Override
    public Schema applyTo(Schema before) {
        if (options.ifExists() && before.findTable(table).isEmpty()) {
            return before;
        }
        Schema alone = options.cascade()
                ? References.withoutForeignKeys(
                        before, key -> key.referencedTable().equals(table))
                : before;
        return SchemaFold.removeTable(alone, table, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, dropped.map(Table::constraints).orElse(List.of()));
    }

    @Override
    public String describe() {
        return "drop table " + table + options.describe();
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
