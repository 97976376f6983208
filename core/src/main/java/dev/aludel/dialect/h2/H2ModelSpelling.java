package dev.aludel.dialect.h2;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Says what a model says as the live database would: the model was read without knowing the settings by which that keeps
 * names and orders nulls.
 */
final class H2ModelSpelling {
    private final H2Names names;
    private final H2NullOrdering nullOrdering;

    H2ModelSpelling(H2Names names, H2NullOrdering nullOrdering) {
        this.names = names;
        this.nullOrdering = nullOrdering;
    }

    Schema respelled(Schema model) {
        return model.withTables(model.tables().stream().map(this::table).toList())
                .withSequences(model.sequences().stream().map(this::sequence).toList());
    }

    private Sequence sequence(Sequence sequence) {
        return sequence.withName(name(sequence.name()));
    }

    private Table table(Table table) {
        return table.withName(name(table.name()))
                .withColumns(table.columns().stream().map(this::column).toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream().map(this::index).toList());
    }

    private Column column(Column column) {
        return column.withName(names.respelled(column.name()));
    }

    private Constraint constraint(Constraint constraint) {
        Constraint named = constraint
                .name()
                .map(name -> constraint.withName(names.respelled(name)))
                .orElse(constraint);
        if (named instanceof Constraint.PrimaryKey key) {
            return key.withColumns(columns(key.columns()));
        }
        if (named instanceof Constraint.Unique unique) {
            return unique.withColumns(columns(unique.columns()));
        }
        return named instanceof Constraint.ForeignKey key
                ? key.withColumns(columns(key.columns()))
                        .withReference(name(key.referencedTable()), columns(key.referencedColumns()))
                : named;
    }

    private Index index(Index index) {
        Optional<String> name = index.name().map(names::respelled);
        Index named = name.map(index::withName).orElse(index);
        return named.withInclude(columns(index.include()))
                .withParts(index.parts().stream().map(this::part).toList());
    }

    private Index.Part part(Index.Part part) {
        return part.expression()
                ? part
                : nullOrdering.withoutUsual(
                        new Index.Part(names.respelled(part.text()), false, part.descending(), part.nulls()));
    }

    private TableName name(TableName name) {
        return new TableName(name.schema().map(names::respelled), names.respelled(name.name()));
    }

    private List<String> columns(List<String> columns) {
        return columns.stream().map(names::respelled).toList();
    }
}
