package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
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

    static List<PlannedStatement> render(List<RecordedOperation> recorded, Dialect dialect) {
        List<PlannedStatement> statements = new ArrayList<>();
        for (RecordedOperation each : recorded) {
            if (each.operation() instanceof RunJava) {
                statements.add(new PlannedStatement(each.operation(), Optional.empty(), each.location()));
            } else {
                for (SqlStatement statement : render(each, dialect)) {
                    statements.add(new PlannedStatement(
                            each.operation(),
                            Optional.of(statement),
                            each.location().map(place -> place.ofStatement(statement.line()))));
                }
            }
        }
        return statements;
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
    private static List<SqlStatement> render(RecordedOperation recorded, Dialect dialect) {
        try {
            return dialect.render(recorded.operation(), TableLookup.none());
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
