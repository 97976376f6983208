package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.TableName;

/**
 * Computes the rows of a materialized view anew.
 *
 * @param concurrently readers go on meanwhile; needs a unique index over the view
 * @param withData false: only forgets the rows
 */
public record RefreshView(TableName view, boolean concurrently, boolean withData) implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.MATERIALIZED_VIEW, view);
    }

    @Override
    public String describe() {
        return "refresh " + object().describe();
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
