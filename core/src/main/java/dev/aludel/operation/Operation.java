package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * One step of a migration. Operations are records: equal when they say the same. The set is closed, so that a new one
 * stops every renderer from compiling until it has an answer.
 */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                CommentOnTable,
                AddColumn,
                DropColumn,
                AlterColumn,
                RenameColumn,
                AddConstraint,
                DropConstraint,
                RenameConstraint,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateSequence,
                AlterSequence,
                SetSequence,
                RenameSequence,
                DropSequence,
                ValidateConstraint,
                AlterTable,
                ObjectOperation,
                Truncate,
                BulkInsert,
                Backfill,
                ExecuteSql,
                RunJava {

    /** The operation that undoes this one; empty where this object does not hold enough to be undone. */
    Optional<Operation> reverse();

    /**
     * The schema after this operation.
     *
     * @throws dev.aludel.error.AludelException (MOD-007) when it cannot apply, for example to a table that is not there
     */
    Schema applyTo(Schema before);

    /**
     * The tables that it touches by its own words, sorted, each once; those that a foreign key refers to are among them.
     * Empty where none is known, as for SQL text.
     */
    default List<TableName> tables() {
        return List.of();
    }

    /** One line for people: {@code add column account.status varchar(20) not null}. */
    String describe();

    /** True where running it can lose rows or values that no downgrade brings back. */
    default boolean destructive() {
        return false;
    }

    <R> R accept(Visitor<R> visitor);

    /** One method an operation; those on objects beside tables have a visitor of their own. */
    interface Visitor<R> {
        R visit(CreateTable operation);

        R visit(DropTable operation);

        R visit(RenameTable operation);

        R visit(CommentOnTable operation);

        R visit(AddColumn operation);

        R visit(DropColumn operation);

        R visit(AlterColumn operation);

        R visit(RenameColumn operation);

        R visit(AddConstraint operation);

        R visit(DropConstraint operation);

        R visit(RenameConstraint operation);

        R visit(CreateIndex operation);

        R visit(DropIndex operation);

        R visit(RenameIndex operation);

        R visit(CreateSequence operation);

        R visit(AlterSequence operation);

        R visit(SetSequence operation);

        R visit(RenameSequence operation);

        R visit(DropSequence operation);

        R visit(ValidateConstraint operation);

        R visit(AlterTable operation);

        R visit(ObjectOperation operation);

        R visit(Truncate operation);

        R visit(BulkInsert operation);

        R visit(Backfill operation);

        R visit(ExecuteSql operation);

        R visit(RunJava operation);
    }
}
