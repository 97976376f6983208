package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.Optional;

/**
 * Creates a view over a query.
 *
 * @param query the {@code SELECT} in SQL
 * @param materialized the rows are stored, until it is refreshed
 * @param orReplace takes the place of a view that has the same columns; not for a materialized one
 * @param ifNotExists a view of that name is no error, whatever its query; only for a materialized one
 * @param withData false: a materialized view that cannot be read before it is refreshed
 */
public record CreateView(
        TableName view, String query, boolean materialized, boolean orReplace, boolean ifNotExists, boolean withData)
        implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(materialized ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW, view);
    }

    /** A view that may have replaced another would come back as nothing. */
    @Override
    public Optional<Operation> reverse() {
        return orReplace
                ? Optional.empty()
                : Optional.of(new DropObject(object(), Optional.of(this), DropOptions.undoing(ifNotExists)));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.putObject(before, SchemaObject.of(object(), new SchemaObject.Query(query)));
    }

    @Override
    public String describe() {
        return "create " + object().describe();
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
