package dev.aludel.migration;

import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of one column being written: {@code alterColumn("author", "email").type(varchar(200)).notNull()}. */
public final class ColumnAlteration {
    private final TableName table;
    private final String column;
    private final List<ColumnChange> changes = new ArrayList<>();

    ColumnAlteration(TableName table, String column) {
        this.table = table;
        this.column = column;
    }

    public ColumnAlteration type(Type type) {
        return add(new ColumnChange.TypeChange(Optional.empty(), type, Optional.empty()));
    }

    /** Another type, and the SQL expression that makes the new value of the old: {@code type(integer(), "age::integer")}. */
    public ColumnAlteration type(Type type, String using) {
        return add(new ColumnChange.TypeChange(Optional.empty(), type, Optional.of(using)));
    }

    public ColumnAlteration notNull() {
        return add(new ColumnChange.NullabilityChange(false));
    }

    public ColumnAlteration nullable() {
        return add(new ColumnChange.NullabilityChange(true));
    }

    /** An SQL expression. */
    public ColumnAlteration defaultValue(String sql) {
        return add(new ColumnChange.DefaultChange(Change.to(Optional.of(new DefaultValue(sql)))));
    }

    public ColumnAlteration noDefault() {
        return add(new ColumnChange.DefaultChange(Change.to(Optional.empty())));
    }

    /** The database numbers the column; an insert may still give a value. */
    public ColumnAlteration identity() {
        return identity(Identity.byDefault());
    }

    public ColumnAlteration identity(Identity identity) {
        return add(new ColumnChange.IdentityChange(Change.to(Optional.of(identity))));
    }

    public ColumnAlteration noIdentity() {
        return add(new ColumnChange.IdentityChange(Change.to(Optional.empty())));
    }

    public ColumnAlteration comment(String text) {
        return add(new ColumnChange.CommentChange(Change.to(Optional.of(text))));
    }

    public ColumnAlteration noComment() {
        return add(new ColumnChange.CommentChange(Change.to(Optional.empty())));
    }

    public ColumnAlteration collation(String name) {
        return add(new ColumnChange.CollationChange(Change.to(Optional.of(name))));
    }

    public ColumnAlteration defaultCollation() {
        return add(new ColumnChange.CollationChange(Change.to(Optional.empty())));
    }

    /** An attribute that only this database has: {@code with("storage", "external")}. */
    public ColumnAlteration with(String option, String value) {
        return add(new ColumnChange.OptionChange(option, Change.to(Optional.of(value))));
    }

    /** The database's own value of such an attribute. */
    public ColumnAlteration without(String option) {
        return add(new ColumnChange.OptionChange(option, Change.to(Optional.empty())));
    }

    private ColumnAlteration add(ColumnChange change) {
        changes.add(change);
        return this;
    }

    AlterColumn operation() {
        return new AlterColumn(table, column, changes);
    }
}
