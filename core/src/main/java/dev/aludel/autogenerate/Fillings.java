package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Gives the rows that are there a value in a column that must not be null.
 *
 * <p>A constant is the default of the new column for a moment, which most databases note without touching a row. Any
 * other value is written by an UPDATE between adding the column and making it not null. Where nobody says a value, the
 * UPDATE stands there to be completed: until then the migration does its work on an empty table, and fails without harm
 * on any other.
 */
public final class Fillings {
    private static final Pattern CONSTANT = Pattern.compile("'(?:[^'\\\\]|'')*'|-?\\d+(?:\\.\\d+)?|(?i:true|false)");

    private final Schema target;
    private final Values values;
    private final UnaryOperator<String> quote;
    private final List<Operation> upgrade = new ArrayList<>();
    private final List<Notice> notices;

    /** Says what rows get in a column, as SQL over the columns of their row. */
    public interface Values {
        Optional<String> find(TableName table, Column column);
    }

    private Fillings(MigrationDraft draft, Schema target, Values values, UnaryOperator<String> quote) {
        this.target = target;
        this.values = values;
        this.quote = quote;
        this.notices = new ArrayList<>(draft.notices());
    }

    /**
     * The draft with values for all rows that need one; its way back stays as it is.
     *
     * @param live the schema before the upgrade
     * @param quote writes an identifier as the database reads it
     */
    public static MigrationDraft fill(MigrationDraft draft, Schema live, Values values, UnaryOperator<String> quote) {
        Fillings fillings = new Fillings(draft, MigrationDraft.after(live, draft.upgrade()), values, quote);
        draft.upgrade().forEach(fillings::add);
        return new MigrationDraft(fillings.upgrade, draft.downgrade(), fillings.notices, draft.before());
    }

    private void add(Operation operation) {
        if (operation instanceof AddColumn add && Notices.needsValue(add.column())) {
            notices.removeIf(notice -> notice.isAbout(add));
            add(add, values.find(add.table(), add.column()));
            return;
        }
        if (operation instanceof AlterColumn alter
                && alter.changes().contains(new ColumnChange.NullabilityChange(false))) {
            target.findTable(alter.table())
                    .flatMap(table -> table.findColumn(alter.column()))
                    .flatMap(column -> values.find(alter.table(), column))
                    .ifPresent(value -> {
                        notices.removeIf(notice -> notice.equals(Notices.nulls(alter)));
                        upgrade.add(update(alter.table(), alter.column(), value));
                    });
        }
        upgrade.add(operation);
    }

    private void add(AddColumn add, Optional<String> value) {
        Column column = add.column();
        if (value.filter(sql -> CONSTANT.matcher(sql).matches()).isPresent() && takesDefault(column.type())) {
            Optional<DefaultValue> once = value.map(DefaultValue::new);
            upgrade.add(new AddColumn(add.table(), column.withDefaultValue(once)));
            upgrade.add(alter(add, new ColumnChange.DefaultChange(Change.between(once, Optional.empty()))));
            return;
        }
        ExecuteSql update = update(add.table(), column.name(), value.orElse("NULL"));
        upgrade.add(new AddColumn(add.table(), column.withNullable(true)));
        upgrade.add(update);
        upgrade.add(alter(add, new ColumnChange.NullabilityChange(false)));
        if (value.isEmpty()) {
            notices.add(new Notice(
                    Optional.of(update),
                    "write what the rows that are there get in place of NULL, or let --fill " + add.table() + "."
                            + column.name() + "=SQL do it; an empty table needs nothing"));
        }
    }

    /** MySQL has no literal defaults for texts and blobs without a length. */
    private static boolean takesDefault(Type type) {
        return !(type instanceof Type.Text || type instanceof Type.Binary || type instanceof Type.Json);
    }

    private static AlterColumn alter(AddColumn add, ColumnChange change) {
        return new AlterColumn(add.table(), add.column().name(), List.of(change));
    }

    private ExecuteSql update(TableName table, String column, String value) {
        return new ExecuteSql(
                "UPDATE %s SET %s = %s WHERE %2$s IS NULL".formatted(table.quoted(quote), quote.apply(column), value));
    }
}
