package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Creates a named index; {@code build} says how, which is nothing that a comparison would see. */
public record CreateIndex(TableName table, Index index, IndexBuild build) implements Operation {

    /** An index that is built as the database does it when it is told nothing. */
    public CreateIndex(TableName table, Index index) {
        this(table, index, IndexBuild.plain());
    }

    @Override
    public Optional<Operation> reverse() {
        return index.name()
                .map(name -> new DropIndex(
                        table,
                        name,
                        Optional.of(index),
                        build.concurrently(),
                        DropOptions.undoing(build.ifNotExists())));
    }

    @Override
    public Schema applyTo(Schema before) {
        boolean isThere = index.name()
                .flatMap(name -> before.findTable(table).flatMap(found -> found.findIndex(name)))
                .isPresent();
        return build.ifNotExists() && isThere ? before : SchemaFold.addIndex(before, table, index, this);
    }

    @Override
    public List<TableName> tables() {
        return Tables.of(table);
    }

    @Override
    public String describe() {
        return "create " + index.describe() + " on " + table;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
