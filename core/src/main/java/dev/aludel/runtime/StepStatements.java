package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.migration.Location;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.RunJava;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one direction of a migration does, rendered: SQL statements and Java steps in order, each with its place. */
record StepStatements(List<Item> items) {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** Either a statement or Java code; {@code where} is empty when the place is not known. */
    sealed interface Item {
        Optional<Location> where();

        String text();
    }

    record Sql(SqlStatement statement, Optional<Location> where) implements Item {
        @Override
        public String text() {
            return statement.sql();
        }
    }

    record Java(RunJava operation, Optional<Location> where) implements Item {
        @Override
        public String text() {
            return operation.describe();
        }
    }

    static StepStatements render(List<RecordedOperation> recorded, Dialect dialect) {
        List<Item> items = new ArrayList<>();
        for (RecordedOperation each : recorded) {
            if (each.operation() instanceof RunJava run) {
                items.add(new Java(run, each.location()));
            } else {
                for (SqlStatement statement : statements(each, dialect)) {
                    items.add(new Sql(statement, each.location().map(place -> place.ofStatement(statement.line()))));
                }
            }
        }
        return new StepStatements(items);
    }

    /** A refusal counts lines in the SQL text; people need the line of the file. */
    private static List<SqlStatement> statements(RecordedOperation recorded, Dialect dialect) {
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

    /** True when every statement may run inside a transaction. */
    boolean isTransactional() {
        return items.stream()
                .allMatch(item -> !(item instanceof Sql sql) || sql.statement().transactional());
    }

    /** All of it as SQL text; empty when Java code is part of it. */
    Optional<String> asSql() {
        boolean onlySql = items.stream().allMatch(Sql.class::isInstance);
        return onlySql
                ? Optional.of(items.stream().map(Item::text).collect(Collectors.joining(";\n")))
                : Optional.empty();
    }
}
