package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Change;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the options of tables. A name in lower case is a storage parameter; those in upper case are clauses:
 * {@code UNLOGGED}, {@code PARTITION BY}, {@code INHERITS}, {@code ROW LEVEL SECURITY}, {@code ALTER COLUMN at NOT NULL}.
 */
final class PostgresTableOptions {
    private static final String NOT_NULL = " NOT NULL";
    private static final Set<String> LATER = Set.of("REPLICA IDENTITY", "CLUSTER ON");

    /** Not one inside of a quoted name. */
    private static final Pattern COMMA = Pattern.compile(", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private PostgresTableOptions() {}

    /** The columns; for a partition, behind what it is a partition of and before its rows. */
    static String partition(Map<String, String> options, String columns) {
        String parent = options.getOrDefault(Table.PARTITION_OF, "");
        return parent.isEmpty()
                ? columns
                : " " + Table.PARTITION_OF + " " + parent(parent) + columns + " " + bound(parent);
    }

    /** A name, perhaps with a schema and in quotes, in front of the bound. */
    private static String parent(String partitionOf) {
        return partitionOf.substring(
                0, partitionOf.length() - bound(partitionOf).length() - 1);
    }

    private static String bound(String partitionOf) {
        return partitionOf.endsWith(" DEFAULT")
                ? "DEFAULT"
                : partitionOf.substring(partitionOf.indexOf(" FOR VALUES ") + 1);
    }

    /** What follows the parentheses of CREATE TABLE, each with a space in front. */
    static String clauses(Map<String, String> options) {
        return clause(options, "INHERITS")
                + clause(options, "PARTITION BY")
                + clause(options, "USING")
                + parameters(options);
    }

    private static String clause(Map<String, String> options, String words) {
        return options.containsKey(words) ? " " + words + " " + options.get(words) : "";
    }

    private static String parameters(Map<String, String> options) {
        String list = options.entrySet().stream()
                .filter(entry -> isParameter(entry.getKey()))
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : " WITH (" + list + ")";
    }

    private static boolean isParameter(String option) {
        return Character.isLowerCase(option.charAt(0));
    }

    /** What must be said after CREATE TABLE. */
    static List<String> actionsAfterCreate(Map<String, String> options) {
        List<String> actions = new ArrayList<>();
        options.forEach((name, value) -> {
            if (name.endsWith("ROW LEVEL SECURITY") || name.startsWith(Table.ALTER_COLUMN) || LATER.contains(name)) {
                actions.add(action(name, Change.to(Optional.of(value))));
            }
        });
        return actions;
    }

    static List<SqlStatement> alter(AlterTable operation) {
        String table = "ALTER TABLE " + PostgresRenderer.CLAUSES.table(operation.table()) + " ";
        String name = PostgresRenderer.CLAUSES.table(operation.table());
        return operation.changes().entrySet().stream()
                .flatMap(entry -> entry.getKey().equals(Table.PARTITION_OF)
                        ? attach(name, entry.getValue())
                        : Stream.of(table + action(entry.getKey(), entry.getValue())))
                .map(SqlStatement::of)
                .toList();
    }

    private static Stream<String> attach(String table, Change<String> change) {
        return Stream.of(
                        change.from().map(was -> "ALTER TABLE " + parent(was) + " DETACH PARTITION " + table),
                        change.to()
                                .map(wanted -> "ALTER TABLE " + parent(wanted) + " ATTACH PARTITION " + table + " "
                                        + bound(wanted)))
                .flatMap(Optional::stream);
    }

    private static String action(String option, Change<String> change) {
        boolean set = change.to().isPresent();
        if (option.startsWith(Table.ALTER_COLUMN)) {
            return option.replaceFirst(NOT_NULL + "$", (set ? " SET" : " DROP") + NOT_NULL);
        }
        return switch (option) {
            case "UNLOGGED" -> set ? "SET UNLOGGED" : "SET LOGGED";
            case "ROW LEVEL SECURITY" -> (set ? "ENABLE " : "DISABLE ") + option;
            case "FORCE ROW LEVEL SECURITY" -> (set ? "" : "NO ") + option;
            case "CLUSTER ON" -> set ? option + " " + change.to().get() : "SET WITHOUT CLUSTER";
            case "REPLICA IDENTITY" -> option + " " + change.to().orElse("DEFAULT");
            case "INHERITS" -> inherit(change);
            case "USING" -> "SET ACCESS METHOD " + change.to().orElse("DEFAULT");
            default ->
                isParameter(option)
                        ? parameter(option, change)
                        : option + " " + change.to().orElse("");
        };
    }

    private static String inherit(Change<String> change) {
        List<String> before = parents(change.from());
        List<String> after = parents(change.to());
        return Stream.concat(
                        before.stream()
                                .filter(parent -> !after.contains(parent))
                                .map(parent -> "NO INHERIT " + parent),
                        after.stream()
                                .filter(parent -> !before.contains(parent))
                                .map(parent -> "INHERIT " + parent))
                .collect(Collectors.joining(", "));
    }

    private static List<String> parents(Optional<String> list) {
        return list.map(parents -> List.of(COMMA.split(OuterParentheses.strip(parents))))
                .orElse(List.of());
    }

    private static String parameter(String option, Change<String> change) {
        return change.to().map(value -> "SET (" + option + " = " + value + ")").orElse("RESET (" + option + ")");
    }
}
