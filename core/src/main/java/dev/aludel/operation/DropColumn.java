package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Drops a column; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropColumn(TableName table, String column, Optional<Column> dropped, DropOptions options)
        implements Operation {

    /** The column must be there, and nothing else may go. */
    public DropColumn(TableName table, String column, Optional<Column> dropped) {
        this(table, column, dropped, DropOptions.strict());
    }

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new AddColumn(table, found, options.ifExists()));
    }

    @Override
    public Schema applyTo(Schema before) {
        if (options.ifExists() && !SchemaFold.hasColumn(before, table, column)) {
            return before;
        }
        Schema alone = options.cascade() ? References.withoutForeignKeys(before, this::refersToIt) : before;
        return SchemaFold.removeColumn(alone, table, column, this);
    }

    private boolean refersToIt(Constraint.ForeignKey key) {
        return key.referencedTable().equals(table) && key.referencedColumns().contains(column);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column + options.describe();
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
