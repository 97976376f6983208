package dev.aludel.autogenerate;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person says is a rename: {@code old:new} for a table, {@code table.old:new} for a column. Two schemas alone
 * cannot tell a rename from a drop and an add.
 */
public final class RenameHints {
    private static final Pattern FORM = Pattern.compile("(?:(?<table>[^:]+)\\.)?(?<from>[^:.]+):(?<to>[^:.]+)");

    private final List<String> hints;

    private RenameHints(List<String> hints) {
        this.hints = List.copyOf(hints);
    }

    /** No renames. */
    public static RenameHints none() {
        return new RenameHints(List.of());
    }

    /**
     * Reads the hints.
     *
     * @throws AludelException when one has none of the two forms
     */
    public static RenameHints parse(List<String> hints) {
        for (String hint : hints) {
            if (!FORM.matcher(hint).matches()) {
                throw AludelException.of(ErrorCode.USAGE, "'" + hint + "' does not say a rename.")
                        .state("No file was written and the database is as it was.")
                        .remedy("Write --rename old:new for a table, --rename table.old:new for a column.");
            }
        }
        return new RenameHints(hints);
    }

    /** Tables before columns, since a column is named in the table's new name. */
    List<Operation> operations(Schema current, Schema target) {
        List<Operation> tables = new ArrayList<>();
        List<Operation> columns = new ArrayList<>();
        for (String hint : hints) {
            Matcher matcher = FORM.matcher(hint);
            matcher.matches();
            String from = matcher.group("from");
            String to = matcher.group("to");
            Optional<TableName> table =
                    Optional.ofNullable(matcher.group("table")).map(TableName::parse);
            Optional<Table> live = current.findTable(table.orElse(TableName.of(from)));
            if (table.isEmpty()) {
                require(live.isPresent(), hint, "the database has no table " + from);
                require(target.findTable(TableName.of(to)).isPresent(), hint, "the models have no table " + to);
                tables.add(new RenameTable(TableName.of(from), to));
            } else {
                columns.add(column(hint, table.get(), from, to, current, target));
            }
        }
        tables.addAll(columns);
        return tables;
    }

    private static Operation column(
            String hint, TableName table, String from, String to, Schema current, Schema target) {
        require(
                current.findTable(table)
                        .flatMap(found -> found.findColumn(from))
                        .isPresent(),
                hint,
                "the database has no column " + table + "." + from);
        require(
                target.findTable(table).flatMap(found -> found.findColumn(to)).isPresent(),
                hint,
                "the models have no column " + table + "." + to);
        return new RenameColumn(table, from, to);
    }

    private static void require(boolean holds, String hint, String why) {
        if (!holds) {
            throw AludelException.of(ErrorCode.USAGE, "--rename " + hint + " cannot be followed: " + why + ".")
                    .state("No file was written and the database is as it was.")
                    .remedy("The left side is what the database has now, the right side what the models have.");
        }
    }
}
