package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Creates a table with its columns, constraints and indexes; every constraint and index has a name.
 *
 * @param options SQL behind the closing parenthesis, for what only this database has: {@code PARTITION BY RANGE (created)};
 *     a comparison does not see it
 * @param ifNotExists a table of that name is no error, whatever it looks like
 */
public record CreateTable(Table table, Persistence persistence, Optional<String> options, boolean ifNotExists)
        implements Operation {

    /** A permanent table that must not exist yet. */
    public CreateTable(Table table) {
        this(table, Persistence.PERMANENT, Optional.empty(), false);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropTable(table.name(), Optional.of(table), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return ifNotExists && before.findTable(table.name()).isPresent()
                ? before
                : SchemaFold.addTable(before, table, this);
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
