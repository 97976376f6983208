package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps what a table has and models have no words for: its engine, collation and partitions, what a column does on update,
 * and the index that a foreign key needs. What a model says itself counts.
 */
final class Unsaid {
    private final Table model;
    private final Table live;

    Unsaid(Table model, Table live) {
        this.model = model;
        this.live = live;
    }

    /** The model's table with all of that. */
    Table kept() {
        return model.withOptions(merged(model.options(), live.options()))
                .withColumns(model.columns().stream()
                        .map(column -> live.findColumn(column.name())
                                .map(other -> column(column, other))
                                .orElse(column))
                        .toList())
                .withConstraints(model.constraints().stream()
                        .filter(constraint -> !isColumnsOwn(constraint))
                        .map(this::inLiveOrder)
                        .toList())
                .withIndexes(indexes());
    }

    private Column column(Column column, Column other) {
        return column.withOptions(merged(column.options(), wanted(other)))
                .withCollation(
                        column.collation().or(other::collation).filter(name -> MySqlTypes.isText(column.type())));
    }

    private static Map<String, String> merged(Map<String, String> said, Map<String, String> there) {
        Map<String, String> all = new TreeMap<>(there);
        said.forEach((name, value) -> {
            if (!value.equals(Column.LEFT_OUT)) {
                all.put(name, value);
            }
        });
        return all;
    }

    /** A column's own check counts like every other: what the model does not ask for goes. JSON is checked unasked. */
    private Map<String, String> wanted(Column column) {
        Map<String, String> options = new TreeMap<>(column.options());
        boolean asked = column.type() instanceof Type.Json
                || model.constraints().stream().anyMatch(constraint -> isOwn(constraint, column));
        if (!asked) {
            options.computeIfPresent(MySqlColumns.CHECK, (name, condition) -> Column.LEFT_OUT);
        }
        return options;
    }

    /** A check that the database has as one of the column. */
    private boolean isColumnsOwn(Constraint constraint) {
        return live.columns().stream().anyMatch(column -> isOwn(constraint, column));
    }

    private static boolean isOwn(Constraint constraint, Column column) {
        return constraint instanceof Constraint.Check check
                && Optional.ofNullable(column.options().get(MySqlColumns.CHECK))
                        .filter(own -> isSame(own, check))
                        .isPresent();
    }

    /** Frameworks join several conditions in an order that differs from run to run. */
    private Constraint inLiveOrder(Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? live.constraints().stream()
                        .filter(other ->
                                other instanceof Constraint.Check present && isSame(present.expression(), check))
                        .findFirst()
                        .map(present -> (Constraint) check.withExpression(((Constraint.Check) present).expression()))
                        .orElse(check)
                : constraint;
    }

    private static boolean isSame(String expression, Constraint.Check check) {
        return MySqlExpressions.terms(expression).equals(MySqlExpressions.terms(check.expression()));
    }

    private List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (Index index : model.indexes()) {
            indexes.add(
                    index.options().isEmpty()
                            ? findSame(index)
                                    .map(other -> index.withOptions(other.options()))
                                    .orElse(index)
                            : index);
        }
        live.indexes().stream().filter(this::isNeeded).forEach(indexes::add);
        return indexes;
    }

    private Optional<Index> findSame(Index index) {
        return live.indexes().stream()
                .filter(other -> other.parts().equals(index.parts()) && other.unique() == index.unique())
                .findFirst();
    }

    /** An index that nobody asked for, under a foreign key that has no other. */
    private boolean isNeeded(Index index) {
        return !index.unique()
                && findSameOf(model, index).isEmpty()
                && model.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.ForeignKey key
                                && key.columns().equals(index.columns())
                                && index.parts().size() == key.columns().size()
                                && !Keys.isServed(model, key));
    }

    private static Optional<Index> findSameOf(Table table, Index index) {
        return table.indexes().stream()
                .filter(other -> other.parts().equals(index.parts()))
                .findFirst();
    }
}
