package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what operations do to the keys and columns of tables that stay, as far as foreign keys to them must know. */
final class ReferencedKeys {
    private final List<Operation> operations;

    ReferencedKeys(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** True when the key that the foreign key refers to is dropped, even where an equal one comes in its place. */
    boolean loses(Constraint.ForeignKey key) {
        return operations.stream().anyMatch(operation -> drops(operation, key));
    }

    /** True when the foreign key can stand only before or only after these operations. */
    boolean changesFor(Constraint.ForeignKey key) {
        return operations.stream()
                .anyMatch(operation -> drops(operation, key) || adds(operation, key) || retypes(operation, key));
    }

    /** True when the table itself has the key as a constraint, so that the foreign key can be part of its creation. */
    static boolean isOwnKey(Constraint.ForeignKey key, Table table) {
        return table.constraints().stream().anyMatch(constraint -> isKey(constraint, key));
    }

    private static boolean drops(Operation operation, Constraint.ForeignKey key) {
        if (operation instanceof DropConstraint drop) {
            return isReferenced(drop.table(), key)
                    && drop.dropped()
                            .filter(constraint -> isKey(constraint, key))
                            .isPresent();
        }
        return operation instanceof DropIndex drop
                && isReferenced(drop.table(), key)
                && drop.dropped().filter(index -> isKey(index, key)).isPresent();
    }

    private static boolean adds(Operation operation, Constraint.ForeignKey key) {
        if (operation instanceof AddConstraint add) {
            return isReferenced(add.table(), key) && isKey(add.constraint(), key);
        }
        if (operation instanceof AddColumn add) {
            return isReferenced(add.table(), key)
                    && key.referencedColumns().contains(add.column().name());
        }
        return operation instanceof CreateIndex create
                && isReferenced(create.table(), key)
                && isKey(create.index(), key);
    }

    private static boolean retypes(Operation operation, Constraint.ForeignKey key) {
        return operation instanceof AlterColumn alter
                && isReferenced(alter.table(), key)
                && key.referencedColumns().contains(alter.column())
                && alter.changes().stream().anyMatch(ColumnChange.TypeChange.class::isInstance);
    }

    private static boolean isReferenced(TableName table, Constraint.ForeignKey key) {
        return key.referencedTable().equals(table);
    }

    private static boolean isKey(Constraint constraint, Constraint.ForeignKey key) {
        boolean unique = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        return unique && Set.copyOf(constraint.columns()).equals(Set.copyOf(key.referencedColumns()));
    }

    private static boolean isKey(Index index, Constraint.ForeignKey key) {
        return index.unique() && Set.copyOf(index.columns()).equals(Set.copyOf(key.referencedColumns()));
    }

    /** The constraint as a foreign key, where it is one. */
    static Optional<Constraint.ForeignKey> foreignKey(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key ? Optional.of(key) : Optional.empty();
    }
}
