package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RunJava;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders one direction of a migration: SQL statements and Java steps in order, each with its place. */
final class Statements {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private Statements() {}

    /** @param tables what is known of them before the first; afterwards what is known after the last */
    static List<PlannedStatement> render(List<RecordedOperation> recorded, Dialect dialect, ExpectedTables tables) {
        List<PlannedStatement> statements = new ArrayList<>();
        int next = 0;
        while (next < recorded.size()) {
            List<RecordedOperation> group = recorded.subList(next, groupEnd(recorded, next, dialect));
            RecordedOperation each = group.get(0);
            if (each.operation() instanceof RunJava) {
                statements.add(new PlannedStatement(each.operation(), Optional.empty(), each.location()));
            } else if (dialect.needsTables(each.operation())) {
                statements.add(late(group, dialect, tables));
            } else {
                for (SqlStatement statement : sql(group, dialect, TableLookup.none())) {
                    statements.add(new PlannedStatement(
                            each.operation(),
                            Optional.of(statement),
                            each.location().map(place -> place.ofStatement(statement.line()))));
                }
            }
            group.forEach(done -> tables.follow(done.operation()));
            next += group.size();
        }
        return statements;
    }

    /** The index behind the operations that are rendered together with this one. */
    private static int groupEnd(List<RecordedOperation> recorded, int start, Dialect dialect) {
        int end = start + 1;
        while (end < recorded.size()
                && dialect.needsTables(recorded.get(end - 1).operation())
                && dialect.needsTables(recorded.get(end).operation())
                && dialect.joins(
                        recorded.get(end - 1).operation(), recorded.get(end).operation())) {
            end++;
        }
        return end;
    }

    /** Shown as far as the tables are known now. */
    private static PlannedStatement late(List<RecordedOperation> group, Dialect dialect, ExpectedTables tables) {
        Optional<SqlStatement> shown = Optional.empty();
        try {
            List<SqlStatement> now = sql(group, dialect, tables);
            shown = Optional.of(new SqlStatement(
                    now.stream().map(SqlStatement::sql).collect(Collectors.joining(";\n")),
                    1,
                    now.stream().allMatch(SqlStatement::transactional)));
        } catch (AludelException notKnown) {
            if (!tables.areKnownLater() || notKnown.code() != ErrorCode.NOT_SUPPORTED) {
                throw notKnown;
            }
        }
        boolean transactional =
                shown.map(SqlStatement::transactional).orElse(dialect.features().contains(Feature.TRANSACTIONAL_DDL));
        List<Operation> operations = operations(group);
        return new PlannedStatement(
                operations.get(0),
                operations.subList(1, operations.size()),
                shown,
                group.get(0).location().map(place -> place.ofStatement(1)),
                true,
                transactional);
    }

    /** All of it as SQL text; empty when Java code is part of it. */
    static Optional<String> asSql(List<PlannedStatement> statements) {
        boolean onlySql =
                statements.stream().allMatch(statement -> statement.sql().isPresent());
        return onlySql
                ? Optional.of(statements.stream().map(Statements::ended).collect(Collectors.joining(";\n")))
                : Optional.empty();
    }

    /** A comment at the end would swallow the semicolon. */
    private static String ended(PlannedStatement statement) {
        String text = statement.text();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return last.contains("--") || last.contains("#") ? text + "\n" : text;
    }

    /** A refusal counts lines in the SQL text; people need the line of the file. */
    private static List<SqlStatement> sql(List<RecordedOperation> group, Dialect dialect, TableLookup tables) {
        try {
            return dialect.renderJoined(operations(group), tables);
        } catch (AludelException refused) {
            int line = refused.findFact("at")
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Integer.parseInt(matcher.group(1)))
                    .orElse(1);
            throw group.get(0)
                    .location()
                    .map(place -> refused.movedTo(place.ofStatement(line).toString()))
                    .orElse(refused)
                    .state("Nothing was run; the database is as it was.");
        }
    }

    private static List<Operation> operations(List<RecordedOperation> group) {
        return group.stream().map(RecordedOperation::operation).toList();
    }
}
