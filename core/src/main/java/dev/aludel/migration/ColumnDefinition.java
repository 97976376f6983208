package dev.aludel.migration;

import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A column being written: {@code column("email", varchar(255)).notNull()}. Nullable unless said otherwise. */
public final class ColumnDefinition implements TableElement {
    private Column column;

    ColumnDefinition(String name, Type type) {
        this.column = Column.of(name, type);
    }

    public ColumnDefinition notNull() {
        column = column.withNullable(false);
        return this;
    }

    /** An SQL expression: {@code defaultValue("'new'")}, {@code defaultValue("now()")}. */
    public ColumnDefinition defaultValue(String sql) {
        column = column.withDefaultValue(Optional.of(new DefaultValue(sql)));
        return this;
    }

    /** The database numbers the column; an insert may still give a value. */
    public ColumnDefinition identity() {
        return identity(Identity.byDefault());
    }

    public ColumnDefinition identity(Identity identity) {
        column = column.withIdentity(Optional.of(identity));
        return this;
    }

    /** The value is computed from the row's other columns and stored. */
    public ColumnDefinition generatedAs(String expression) {
        column = column.withGenerated(Optional.of(new Generated(expression, true)));
        return this;
    }

    /** The value is computed from the row's other columns at each read. */
    public ColumnDefinition generatedVirtuallyAs(String expression) {
        column = column.withGenerated(Optional.of(new Generated(expression, false)));
        return this;
    }

    public ColumnDefinition collation(String name) {
        column = column.withCollation(Optional.of(name));
        return this;
    }

    public ColumnDefinition comment(String text) {
        column = column.withComment(Optional.of(text));
        return this;
    }

    /** An attribute that only this database has: {@code with("storage", "external")}. */
    public ColumnDefinition with(String option, String value) {
        Map<String, String> options = new HashMap<>(column.options());
        options.put(option, value);
        column = column.withOptions(options);
        return this;
    }

    Column column() {
        return column;
    }
}
