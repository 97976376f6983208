package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** An operation on what stands beside tables: schemas, types, views, functions, triggers, extensions. */
public sealed interface ObjectOperation extends Operation
        permits CreateSchema,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                CreateView,
                RefreshView,
                CreateFromSql,
                CreateExtension,
                DropObject,
                RenameObject,
                ReplaceObject,
                CommentOnObject {

    /** What it works on. */
    ObjectName object();

    @Override
    default Optional<Operation> reverse() {
        return Optional.empty();
    }

    /** Objects that a schema does not know are none of its business: a comparison may have left them out. */
    @Override
    default Schema applyTo(Schema before) {
        return before;
    }

    @Override
    default List<TableName> tables() {
        return switch (object().kind()) {
            case TRIGGER, RULE, POLICY -> object().table().map(Tables::of).orElse(List.of());
            case VIEW, MATERIALIZED_VIEW -> Tables.of(object().name());
            default -> List.of();
        };
    }

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    <R> R accept(ObjectVisitor<R> visitor);

    /** One method an operation. */
    interface ObjectVisitor<R> {
        R visit(CreateSchema operation);

        R visit(CreateEnum operation);

        R visit(AddEnumValue operation);

        R visit(RenameEnumValue operation);

        R visit(CreateView operation);

        R visit(RefreshView operation);

        R visit(CreateFromSql operation);

        R visit(CreateExtension operation);

        R visit(DropObject operation);

        R visit(RenameObject operation);

        R visit(ReplaceObject operation);

        R visit(CommentOnObject operation);
    }
}
