package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.migration.Location;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.RunJava;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one direction of a migration does, rendered: SQL statements and Java steps in order, each with its place. */
record StepStatements(List<Item> items) {

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
                for (SqlStatement statement : dialect.render(each.operation(), TableLookup.none())) {
                    items.add(new Sql(statement, each.location().map(place -> place.ofStatement(statement.line()))));
                }
            }
        }
        return new StepStatements(items);
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
