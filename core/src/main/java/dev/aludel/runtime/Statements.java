package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.RecordedOperation;
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
        for (RecordedOperation each : recorded) {
            if (each.operation() instanceof RunJava) {
                statements.add(new PlannedStatement(each.operation(), Optional.empty(), each.location()));
            } else if (dialect.needsTables(each.operation())) {
                statements.add(late(each, dialect, tables));
            } else {
                for (SqlStatement statement : render(each, dialect, TableLookup.none())) {
                    statements.add(new PlannedStatement(
                            each.operation(),
                            Optional.of(statement),
                            each.location().map(place -> place.ofStatement(statement.line()))));
                }
            }
            tables.follow(each.operation());
        }
        return statements;
    }

    /** Shown as far as the tables are known now. */
    private static PlannedStatement late(RecordedOperation each, Dialect dialect, ExpectedTables tables) {
        Optional<SqlStatement> shown = Optional.empty();
        try {
            List<SqlStatement> now = render(each, dialect, tables);
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
        return new PlannedStatement(
                each.operation(), shown, each.location().map(place -> place.ofStatement(1)), true, transactional);
    }

    /** All of it as SQL text; empty when Java code is part of it. */
    static Optional<String> asSql(List<PlannedStatement> statements) {
        boolean onlySql =
                statements.stream().allMatch(statement -> statement.sql().isPresent());
        return onlySql
                ? Optional.of(statements.stream().map(PlannedStatement::text).collect(Collectors.joining(";\n")))
                : Optional.empty();
    }

    /** A refusal counts lines in the SQL text; people need the line of the file. */
    private static List<SqlStatement> render(RecordedOperation recorded, Dialect dialect, TableLookup tables) {
        try {
            return dialect.render(recorded.operation(), tables);
        } catch (AludelException refused) {
            int line = refused.findFact("at")
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Integer.parseInt(matcher.group(1)))
                    .orElse(1);
            throw recorded.location()
                    .map(place -> refused.movedTo(place.ofStatement(line).toString()))
                    .orElse(refused)
                    .state("Nothing was run; the database is as it was.");
        }
    }
}
