package dev.aludel.autogenerate;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person says is a rename: {@code old:new} for a table, {@code table.old:new} for a column, {@code type.old:new}
 * for a value of an enum type. Two schemas alone cannot tell a rename from a drop and an add. Tables outside the default
 * schema are written {@code schema.old:new} and {@code schema.table.old:new}; where the first could also be a column,
 * the column is meant. A column's table may be given by its old name or its new one.
 */
public final class RenameHints {
    private static final Pattern FORM = Pattern.compile("(?:(?<owner>[^:]+)\\.)?(?<from>[^:.]+):(?<to>[^:.]+)");

    private final List<Hint> hints;

    /**
     * One rename.
     *
     * @param text whose words it is
     * @param owner a table, or the schema of a table, or a type, or empty
     */
    record Hint(String text, Optional<String> owner, String from, String to) {}

    private RenameHints(List<Hint> hints) {
        this.hints = List.copyOf(hints);
    }

    /** No renames. */
    public static RenameHints none() {
        return new RenameHints(List.of());
    }

    /**
     * Reads the hints.
     *
     * @throws AludelException (CFG-006) when one has none of the forms
     */
    public static RenameHints parse(List<String> hints) {
        return new RenameHints(hints.stream().map(RenameHints::parse).toList());
    }

    /** These, and what a candidate turned out to be. */
    public RenameHints and(RenameCandidate found) {
        return and(List.of(parse(found.hint())));
    }

    /** These, and what the model remembers as far as it counts between these schemas; what these say goes first. */
    public RenameHints and(List<ModelSource.FormerName> remembered, Schema current, Schema target) {
        return and(new FormerNames(current, target, hints).hints(remembered));
    }

    private RenameHints and(List<Hint> others) {
        return new RenameHints(Stream.concat(hints.stream(), others.stream()).toList());
    }

    private static Hint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw AludelException.of(ErrorCode.USAGE, "'" + text + "' does not say a rename.")
                    .state("No file was written and the database is as it was.")
                    .remedy("Write --rename old:new for a table, --rename table.old:new for a column, --rename"
                            + " type.old:new for a value of an enum type.");
        }
        return new Hint(
                "--rename " + text,
                Optional.ofNullable(matcher.group("owner")),
                matcher.group("from"),
                matcher.group("to"));
    }

    /** Renames of tables, then of columns, whose tables have their new names by then; a swap takes a name in between. */
    List<Operation> operations(Schema current, Schema target) {
        List<Hint> values =
                hints.stream().filter(hint -> !values(hint, current).isEmpty()).toList();
        List<Hint> columns = hints.stream()
                .filter(hint -> !values.contains(hint) && isColumn(hint, current))
                .toList();
        List<RenameTable> tables = hints.stream()
                .filter(hint -> !values.contains(hint) && !columns.contains(hint))
                .map(hint -> table(hint, current, target))
                .toList();
        requireFree(tables.stream().map(RenameTable::table).toList(), tables, current);
        List<Operation> sorted = new ArrayList<>(RenameOrder.sort(List.copyOf(tables)));
        Schema renamed = current;
        for (Operation rename : sorted) {
            renamed = rename.applyTo(renamed);
        }
        sorted.addAll(columns(columns, tables, renamed, target));
        values.forEach(hint -> sorted.add(value(hint, current, target)));
        return sorted;
    }

    /** The values of the enum type that a hint speaks of; empty where it speaks of none. */
    private static List<String> values(Hint hint, Schema schema) {
        return hint.owner().map(owner -> values(TableName.parse(owner), schema)).orElse(List.of());
    }

    /** The values of an enum type; empty where there is none of this name. */
    static List<String> values(TableName type, Schema schema) {
        return schema.findObject(ObjectName.of(ObjectName.Kind.TYPE, type))
                .map(SchemaObject::definition)
                .filter(SchemaObject.Values.class::isInstance)
                .map(known -> ((SchemaObject.Values) known).values())
                .orElse(List.of());
    }

    private RenameEnumValue value(Hint hint, Schema current, Schema target) {
        TableName type = TableName.parse(hint.owner().orElseThrow());
        require(values(hint, current).contains(hint.from()), hint, "the type " + type + " has no value " + hint.from());
        require(!values(hint, current).contains(hint.to()), hint, "the type " + type + " has a value " + hint.to());
        require(
                values(hint, target).contains(hint.to()),
                hint,
                "the models have no value " + hint.to() + " of the type " + type);
        requireOnce(hints.stream()
                .noneMatch(other -> !other.equals(hint)
                        && other.owner().equals(hint.owner())
                        && (other.from().equals(hint.from()) || other.to().equals(hint.to()))));
        return new RenameEnumValue(type, hint.from(), hint.to());
    }

    /** The owner names a table that is there, or one that another hint makes; else it is a schema. */
    private boolean isColumn(Hint hint, Schema current) {
        return hint.owner()
                .filter(owner -> current.findTable(TableName.parse(owner)).isPresent()
                        || hints.stream().anyMatch(other -> newName(other).equals(owner))
                        || current.findTable(TableName.of(owner, hint.from())).isEmpty())
                .isPresent();
    }

    private static String newName(Hint hint) {
        return hint.owner().map(owner -> owner + ".").orElse("") + hint.to();
    }

    private static RenameTable table(Hint hint, Schema current, Schema target) {
        TableName table = new TableName(hint.owner(), hint.from());
        require(current.findTable(table).isPresent(), hint, "the database has no table " + table);
        require(
                target.findTable(table.withName(hint.to())).isPresent(),
                hint,
                "the models have no table " + table.withName(hint.to()));
        return new RenameTable(table, hint.to());
    }

    private void requireFree(List<TableName> leaving, List<RenameTable> renames, Schema current) {
        Set<TableName> seen = new HashSet<>();
        for (RenameTable rename : renames) {
            TableName wanted = rename.table().withName(rename.newName());
            requireOnce(seen.add(wanted) && leaving.indexOf(rename.table()) == leaving.lastIndexOf(rename.table()));
            require(
                    leaving.contains(wanted) || current.findTable(wanted).isEmpty(),
                    "--rename " + rename.table() + ":" + rename.newName(),
                    "the database has a table " + wanted + " already");
        }
    }

    private List<Operation> columns(List<Hint> columns, List<RenameTable> tables, Schema renamed, Schema target) {
        List<Operation> renames = new ArrayList<>();
        Set<String> leaving = new HashSet<>();
        Set<String> coming = new HashSet<>();
        for (Hint hint : columns) {
            TableName name = tableOf(hint, tables, renamed);
            renames.add(column(hint, name, renamed, target));
            requireOnce(leaving.add(name + "." + hint.from()));
            requireOnce(coming.add(name + "." + hint.to()));
        }
        for (Hint hint : columns) {
            TableName name = tableOf(hint, tables, renamed);
            require(
                    leaving.contains(name + "." + hint.to()) || !hasColumn(renamed, name, hint.to()),
                    hint,
                    "the database has a column " + name + "." + hint.to() + " already");
        }
        return RenameOrder.sort(renames);
    }

    /** The table under its new name, where a hint gives it one. */
    private static TableName tableOf(Hint hint, List<RenameTable> tables, Schema renamed) {
        TableName given = TableName.parse(hint.owner().orElseThrow());
        return tables.stream()
                .filter(rename ->
                        rename.table().equals(given) && renamed.findTable(given).isEmpty())
                .map(rename -> given.withName(rename.newName()))
                .findFirst()
                .orElse(given);
    }

    private static RenameColumn column(Hint hint, TableName table, Schema renamed, Schema target) {
        require(
                hasColumn(renamed, table, hint.from()),
                hint,
                "the database has no column " + table + "." + hint.from());
        require(hasColumn(target, table, hint.to()), hint, "the models have no column " + table + "." + hint.to());
        return new RenameColumn(table, hint.from(), hint.to());
    }

    private static boolean hasColumn(Schema schema, TableName table, String column) {
        Optional<Table> found = schema.findTable(table);
        return found.flatMap(each -> each.findColumn(column)).isPresent();
    }

    private void requireOnce(boolean holds) {
        String all = hints.stream().map(Hint::text).collect(Collectors.joining(", "));
        require(holds, all, "they speak of one name twice");
    }

    private static void require(boolean holds, Hint hint, String why) {
        require(holds, hint.text(), why);
    }

    private static void require(boolean holds, String hint, String why) {
        if (!holds) {
            throw AludelException.of(ErrorCode.USAGE, hint + " cannot be followed: " + why + ".")
                    .state("No file was written and the database is as it was.")
                    .remedy("The left side is what the database has now, the right side what the models have.");
        }
    }
}
