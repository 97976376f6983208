package dev.aludel.migration;

import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Persistence;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table being written: what {@code createTable(…)} returns. */
public final class TableDefinition {
    private final TableName name;
    private final List<TableElement> elements;
    private @Nullable String comment;
    private Persistence persistence = Persistence.PERMANENT;
    private Optional<String> options = Optional.empty();
    private final Map<String, String> own = new HashMap<>();
    private boolean ifNotExists;

    TableDefinition(TableName name, List<TableElement> elements) {
        this.name = name;
        this.elements = elements;
    }

    public TableDefinition comment(String text) {
        comment = text;
        return this;
    }

    /** Faster to write, empty after a crash, not replicated. */
    public TableDefinition unlogged() {
        persistence = Persistence.UNLOGGED;
        return this;
    }

    /** Seen by this connection only, and gone with it. */
    public TableDefinition temporary() {
        persistence = Persistence.TEMPORARY;
        return this;
    }

    /** SQL behind the closing parenthesis, for what only this database has: {@code options("PARTITION BY RANGE (created)")}. */
    public TableDefinition options(String sql) {
        options = Optional.of(sql);
        return this;
    }

    /** An attribute that only this database has: {@code with("fillfactor", "70")}. */
    public TableDefinition with(String option, String value) {
        own.put(option, value);
        return this;
    }

    /** A table of that name is no error, whatever it looks like. */
    public TableDefinition ifNotExists() {
        ifNotExists = true;
        return this;
    }

    CreateTable operation() {
        return new CreateTable(table(), persistence, options, ifNotExists);
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition definition) {
                columns.add(definition.column());
            } else if (element instanceof KeyDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof CheckDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof ForeignKeyDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof ExclusionDefinition definition) {
                constraints.add(definition.constraint());
            } else if (element instanceof IndexDefinition definition) {
                indexes.add(definition.index());
            }
        }
        return new Table(name, columns, constraints, indexes, Optional.ofNullable(comment), own);
    }
}
