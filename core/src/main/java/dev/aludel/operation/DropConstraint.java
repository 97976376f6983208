package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops a constraint; {@code dropped} is what it was, where that is known, so that it can come back. */
public record DropConstraint(TableName table, String constraint, Optional<Constraint> dropped, DropOptions options)
        implements Operation {

    /** The constraint must be there, and nothing else may go. */
    public DropConstraint(TableName table, String constraint, Optional<Constraint> dropped) {
        this(table, constraint, dropped, DropOptions.strict());
    }

    @Override
    public Optional<Operation> reverse() {
        return dropped.map(found -> new AddConstraint(table, found));
    }

    @Override
    public Schema applyTo(Schema before) {
        Optional<Constraint> live = before.findTable(table).flatMap(found -> found.findConstraint(constraint));
        if (options.ifExists() && live.isEmpty()) {
            return before;
        }
        Schema alone = options.cascade()
                ? References.withoutForeignKeys(
                        before, key -> live.filter(gone -> holds(gone, key)).isPresent())
                : before;
        return SchemaFold.removeConstraint(alone, table, constraint, this);
    }

    private boolean holds(Constraint gone, Constraint.ForeignKey key) {
        boolean isKey = gone instanceof Constraint.PrimaryKey || gone instanceof Constraint.Unique;
        return isKey
                && key.referencedTable().equals(table)
                && Set.copyOf(key.referencedColumns()).equals(Set.copyOf(gone.columns()));
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table, dropped.stream().toList());
    }

    @Override
    public String describe() {
        return "drop constraint " + constraint + " of " + table + options.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
