package dev.aludel.operation;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Sets or removes the comment of a table. */
public record CommentOnTable(TableName table, Change<String> change) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return change.reverse().map(back -> new CommentOnTable(table, back));
    }

    @Override
    public Schema applyTo(Schema before) {
        return SchemaFold.mapTable(before, table, this, found -> found.withComment(change.to()));
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "comment on table " + table
                + change.to().map(text -> ": " + text).orElse(" removed");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
