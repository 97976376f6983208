package dev.aludel.migration;

import dev.aludel.schema.Index;
import java.util.List;
import java.util.Optional;

/** An index being written: {@code createIndex("ix_author_email", "author", "email").unique()}. */
public final class IndexDefinition implements TableElement {
    private Index index;

    IndexDefinition(String name, List<Index.Part> parts) {
        this.index = new Index(Optional.of(name), parts, false, Optional.empty(), Optional.empty());
    }

    public IndexDefinition unique() {
        index = new Index(index.name(), index.parts(), true, index.method(), index.where());
        return this;
    }

    /** The database's access method: {@code gin}, {@code hash}, … */
    public IndexDefinition using(String method) {
        index = new Index(index.name(), index.parts(), index.unique(), Optional.of(method), index.where());
        return this;
    }

    /** A partial index over the rows for which this SQL condition holds. */
    public IndexDefinition where(String condition) {
        index = new Index(index.name(), index.parts(), index.unique(), index.method(), Optional.of(condition));
        return this;
    }

    Index index() {
        return index;
    }
}
