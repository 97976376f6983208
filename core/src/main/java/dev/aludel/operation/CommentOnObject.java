package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import java.util.Optional;

/** Sets or removes the comment of what stands beside tables. */
public record CommentOnObject(ObjectName object, Change<String> change) implements ObjectOperation {

    @Override
    public Optional<Operation> reverse() {
        return change.reverse().map(back -> new CommentOnObject(object, back));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapObject(before, object, found -> found.withComment(change.to()));
    }

    @Override
    public String describe() {
        return "comment on " + object.describe()
                + change.to().map(text -> ": " + text).orElse(" removed");
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
