package dev.aludel.runtime;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The two tables that Aludel keeps in a database, in the same nouns that it manages others with.
 *
 * @param history one row for every applied revision
 * @param log append-only: what was done, when, by whom and with what result
 */
public record HistoryTable(TableName history, TableName log) {

    /** {@code aludel_history} and {@code aludel_log} of the default schema. */
    public static HistoryTable standard() {
        return new HistoryTable(TableName.of("aludel_history"), TableName.of("aludel_log"));
    }

    Table historyTable() {
        return new Table(
                history,
                List.of(
                        required("revision", varchar(255)),
                        required("parents", new Type.Text()),
                        required("message", new Type.Text()),
                        optional("checksum", varchar(64)),
                        required("status", varchar(20)),
                        required("applied_at", new Type.Timestamp(OptionalInt.empty(), true))
                                .withDefaultValue(Optional.of(new DefaultValue("current_timestamp"))),
                        required("applied_by", varchar(255)),
                        required("duration_ms", new Type.BigInt()),
                        required("statements_done", new Type.Int()),
                        required("statements_total", new Type.Int()),
                        optional("progress", new Type.Text()),
                        required("tool_version", varchar(50)),
                        optional("downgrade_sql", new Type.Text())),
                List.of(new Constraint.PrimaryKey(Optional.of("pk_" + history.name()), List.of("revision"))),
                List.of(),
                Optional.of("The revisions that are applied to this database; kept by Aludel."));
    }

    Table logTable() {
        return new Table(
                log,
                List.of(
                        required("id", new Type.BigInt()).withIdentity(Optional.of(Identity.generatedAlways())),
                        required("happened_at", new Type.Timestamp(OptionalInt.empty(), true))
                                .withDefaultValue(Optional.of(new DefaultValue("current_timestamp"))),
                        required("action", varchar(20)),
                        required("revision", varchar(255)),
                        required("result", varchar(20)),
                        required("applied_by", varchar(255)),
                        required("duration_ms", new Type.BigInt()),
                        optional("detail", new Type.Text())),
                List.of(new Constraint.PrimaryKey(Optional.of("pk_" + log.name()), List.of("id"))),
                List.of(),
                Optional.of("What Aludel did to this database, oldest first; only ever added to."));
    }

    private static Column required(String name, Type type) {
        return Column.of(name, type).withNullable(false);
    }

    private static Column optional(String name, Type type) {
        return Column.of(name, type);
    }

    private static Type varchar(int length) {
        return new Type.Varchar(OptionalInt.of(length));
    }
}
