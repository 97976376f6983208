package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model's table as a temporary one holds it, and the way back. */
final class ScratchTable {
    private static final String NAME = "aludel_scratch_";
    private static final String CHECK = "aludel_check_";
    private static final String INDEX = "aludel_index_";

    private ScratchTable() {}

    /** Only what a database respells is worth asking: types, expressions, conditions. */
    static boolean inDoubt(Table model, Table live) {
        boolean columns = model.columns().stream()
                .anyMatch(column -> live.findColumn(column.name())
                        .filter(other -> differ(column, other))
                        .isPresent());
        boolean checks = model.constraints().stream()
                .anyMatch(constraint ->
                        constraint instanceof Constraint.Check check && !holdsCheck(live, check.expression()));
        boolean indexes = model.indexes().stream().anyMatch(index -> isRespelled(index) && !holdsIndex(live, index));
        return columns || checks || indexes;
    }

    private static boolean differ(Column model, Column live) {
        return !model.type().equals(live.type())
                || !model.defaultValue().equals(live.defaultValue())
                || !model.generated().equals(live.generated());
    }

    private static boolean isRespelled(Index index) {
        return index.where().isPresent() || index.parts().stream().anyMatch(Index.Part::expression);
    }

    private static boolean holdsCheck(Table table, String expression) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.Check check
                        && check.expression().equals(expression));
    }

    /** The live spelling of a condition; terms joined by AND may stand in any order. */
    private static Optional<String> findSpelling(Table live, String expression) {
        return live.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(constraint -> ((Constraint.Check) constraint).expression())
                .filter(other -> PostgresExpressions.terms(other).equals(PostgresExpressions.terms(expression)))
                .findFirst();
    }

    private static boolean holdsIndex(Table table, Index index) {
        return table.indexes().stream()
                .anyMatch(other ->
                        other.parts().equals(index.parts()) && other.where().equals(index.where()));
    }

    /** What can be respelled and nothing else, under numbered names by which each part is found again. */
    static Table of(Table model, int number) {
        List<Constraint> checks = new ArrayList<>();
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                checks.add(check.withName(CHECK + checks.size()).withQualifiers(Set.of()));
            }
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : model.indexes()) {
            indexes.add(index.withName(INDEX + number + "_" + indexes.size()).withOptions(Map.of()));
        }
        List<Column> columns = model.columns().stream()
                .map(column -> column.withNullable(true)
                        .withIdentity(Optional.empty())
                        .withComment(Optional.empty())
                        .withOptions(Map.of()))
                .toList();
        return new Table(TableName.of("pg_temp", NAME + number), columns, checks, indexes, Optional.empty());
    }

    static TableName inspectedName(int number) {
        return TableName.of(NAME + number);
    }

    /** The model with the live spelling wherever the database reads both the same. */
    static Table respelled(Table model, Table probe, Table live) {
        return model.withColumns(model.columns().stream()
                        .map(column ->
                                respelled(column, probe.findColumn(column.name()), live.findColumn(column.name())))
                        .toList())
                .withConstraints(respelledChecks(model, probe, live))
                .withIndexes(respelledIndexes(model, probe, live));
    }

    private static Column respelled(Column model, Optional<Column> probe, Optional<Column> live) {
        if (probe.isEmpty() || live.isEmpty()) {
            return model;
        }
        Column read = probe.get();
        Column other = live.get();
        return model.withType(read.type().equals(other.type()) ? other.type() : model.type())
                .withDefaultValue(
                        read.defaultValue().equals(other.defaultValue()) ? other.defaultValue() : model.defaultValue())
                .withGenerated(read.generated().equals(other.generated()) ? other.generated() : model.generated());
    }

    private static List<Constraint> respelledChecks(Table model, Table probe, Table live) {
        List<Constraint> constraints = new ArrayList<>();
        int number = 0;
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                String read = probe.findConstraint(CHECK + number++)
                        .map(found -> found instanceof Constraint.Check same ? same.expression() : check.expression())
                        .orElse(check.expression());
                constraints.add(
                        findSpelling(live, read).map(check::withExpression).orElse(check));
            } else {
                constraints.add(constraint);
            }
        }
        return constraints;
    }

    private static List<Index> respelledIndexes(Table model, Table probe, Table live) {
        List<Index> indexes = new ArrayList<>();
        for (int place = 0; place < model.indexes().size(); place++) {
            Index index = model.indexes().get(place);
            int suffix = place;
            Index read = probe.indexes().stream()
                    .filter(found -> found.name()
                            .filter(name -> name.endsWith("_" + suffix))
                            .isPresent())
                    .findFirst()
                    .orElse(index);
            Index spelled = index.withParts(read.parts()).withWhere(read.where());
            indexes.add(holdsIndex(live, spelled) ? spelled : index);
        }
        return indexes;
    }
}
