package dev.aludel.migration;

import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.IndexBuild;
import dev.aludel.schema.Index;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index being written: {@code createIndex("ix_author_email", "author", "email").unique()}. */
public final class IndexDefinition implements TableElement {
    private Index index;
    private IndexBuild build = IndexBuild.plain();

    IndexDefinition(String name, List<Index.Part> parts) {
        this.index = new Index(Optional.of(name), parts, false, Optional.empty(), Optional.empty());
    }

    public IndexDefinition unique() {
        index = index.withUnique(true);
        return this;
    }

    /** A unique index takes two nulls for equal. */
    public IndexDefinition nullsNotDistinct() {
        index = index.withNullsNotDistinct(true);
        return this;
    }

    /** The database's access method: {@code gin}, {@code hash}, … */
    public IndexDefinition using(String method) {
        index = index.withMethod(Optional.of(method));
        return this;
    }

    /** Columns that are stored in the index besides, so that a query need not read the table for them. */
    public IndexDefinition include(String... columns) {
        index = index.withInclude(List.of(columns));
        return this;
    }

    /** A partial index over the rows for which this SQL condition holds. */
    public IndexDefinition where(String condition) {
        index = index.withWhere(Optional.of(condition));
        return this;
    }

    /** A parameter that only this database has: {@code with("fillfactor", "70")}. */
    public IndexDefinition with(String parameter, String value) {
        Map<String, String> options = new HashMap<>(index.options());
        options.put(parameter, value);
        index = index.withOptions(options);
        return this;
    }

    /**
     * Writers go on meanwhile; only with {@code op.createIndex}. Such a migration runs outside of a transaction, and is
     * best alone in its file.
     */
    public IndexDefinition concurrently() {
        build = new IndexBuild(true, build.ifNotExists());
        return this;
    }

    /** An index of that name is no error, whatever it holds; only with {@code op.createIndex}. */
    public IndexDefinition ifNotExists() {
        build = new IndexBuild(build.concurrently(), true);
        return this;
    }

    Index index() {
        if (!build.equals(IndexBuild.plain())) {
            throw Refusals.broken(
                    "The " + index.describe() + " of a new table has words of a later index.",
                    "Record it by itself, after the table: op.createIndex(…).");
        }
        return index;
    }

    CreateIndex operation(TableName table) {
        return new CreateIndex(table, index, build);
    }
}
