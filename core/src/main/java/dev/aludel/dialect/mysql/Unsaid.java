package dev.aludel.dialect.mysql;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
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
                        .toList())
                .withIndexes(indexes());
    }

    private Column column(Column column, Column other) {
        return column.withOptions(merged(column.options(), other.options()))
                .withCollation(
                        column.collation().or(other::collation).filter(name -> MySqlTypes.isText(column.type())));
    }

    private static Map<String, String> merged(Map<String, String> said, Map<String, String> there) {
        Map<String, String> all = new TreeMap<>(there);
        all.putAll(said);
        return all;
    }

    /** A check that the database has as one of the column. */
    private boolean isColumnsOwn(Constraint constraint) {
        return constraint instanceof Constraint.Check check
                && live.columns().stream()
                        .anyMatch(column ->
                                check.expression().equals(column.options().get(MySqlColumns.CHECK)));
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
