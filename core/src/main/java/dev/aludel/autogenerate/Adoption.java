package dev.aludel.autogenerate;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a model what the live database has and models have no words for, so that a comparison leaves it alone: objects
 * beside tables, options, when a constraint is checked, what an index stores besides.
 *
 * <p>A constraint or index of the model that says the same as a live one becomes that one, under the model's name where it
 * gives one; a unique constraint may find a unique index and the other way round, since models cannot tell them apart.
 */
public final class Adoption {
    private final Table live;

    private Adoption(Table live) {
        this.live = live;
    }

    /** Both normalized, and the model in the live spelling. */
    public static Schema of(Schema model, Schema live) {
        List<Table> tables = new ArrayList<>(model.tables().stream()
                .map(table -> live.findTable(table.name())
                        .map(other -> new Adoption(other).adopted(table))
                        .orElse(table))
                .toList());
        live.tables().stream()
                .filter(table -> table.options().containsKey(Table.PARTITION_OF))
                .filter(table -> model.findTable(table.name()).isEmpty())
                .forEach(tables::add);
        return new Schema(
                tables,
                model.sequences().stream()
                        .map(sequence -> live.findSequence(sequence.name())
                                .map(other -> adopted(sequence, other))
                                .orElse(sequence))
                        .toList(),
                objects(model, live),
                live.dependencies());
    }

    private static List<SchemaObject> objects(Schema model, Schema live) {
        List<SchemaObject> objects = new ArrayList<>(live.objects().stream()
                .map(object -> model.findObject(object.name())
                        .map(wanted -> adopted(wanted, object))
                        .orElse(object))
                .toList());
        model.objects().stream()
                .filter(object -> live.findObject(object.name()).isEmpty())
                .forEach(objects::add);
        return objects;
    }

    /** Models say which values an enum type has, in no order, and of other objects that they are there. */
    private static SchemaObject adopted(SchemaObject model, SchemaObject live) {
        if (!(model.definition() instanceof SchemaObject.Values wanted)
                || !(live.definition() instanceof SchemaObject.Values present)) {
            return live;
        }
        Set<String> values = new LinkedHashSet<>(present.values());
        values.retainAll(wanted.values());
        values.addAll(wanted.values());
        return live.withDefinition(new SchemaObject.Values(List.copyOf(values)));
    }

    private static Sequence adopted(Sequence model, Sequence live) {
        return new Sequence(
                model.name(),
                model.start(),
                model.increment(),
                live.minimum(),
                live.maximum(),
                live.cache(),
                live.cycle(),
                live.type(),
                live.ownedBy());
    }

    private Table adopted(Table model) {
        List<Column> columns = model.columns().stream()
                .map(column -> live.findColumn(column.name())
                        .map(other -> adopted(column, other))
                        .orElse(column))
                .toList();
        Pairing<Constraint> constraints =
                Pairing.of(live.constraints(), model.constraints(), Structure::of, Constraint::name);
        Pairing<Index> indexes = Pairing.of(live.indexes(), model.indexes(), Structure::of, Index::name);
        List<Constraint> keys = new ArrayList<>();
        List<Index> others = new ArrayList<>();
        constraints
                .pairs()
                .forEach(pair -> keys.add(named(pair.live(), pair.wanted().name())));
        indexes.pairs()
                .forEach(pair -> others.add(named(pair.live(), pair.wanted().name())));
        for (Constraint constraint : List.copyOf(constraints.missing())) {
            Optional<Index> index = indexes.surplus().stream()
                    .filter(each -> constraint instanceof Constraint.Unique unique && Structure.isSame(unique, each))
                    .findFirst();
            index.ifPresentOrElse(
                    each -> {
                        indexes.surplus().remove(each);
                        others.add(named(each, constraint.name()));
                    },
                    () -> keys.add(constraint));
        }
        for (Index index : List.copyOf(indexes.missing())) {
            Optional<Constraint> constraint = constraints.surplus().stream()
                    .filter(each -> each instanceof Constraint.Unique unique && Structure.isSame(unique, index))
                    .findFirst();
            constraint.ifPresentOrElse(
                    each -> {
                        constraints.surplus().remove(each);
                        keys.add(named(each, index.name()));
                    },
                    () -> others.add(index));
        }
        constraints.surplus().stream()
                .filter(Constraint.Exclusion.class::isInstance)
                .forEach(keys::add);
        return new Table(model.name(), columns, keys, others, model.comment(), live.options());
    }

    private static Column adopted(Column model, Column live) {
        Map<String, String> options = new HashMap<>(live.options());
        options.keySet().removeIf(name -> Column.LEFT_OUT.equals(model.options().get(name)));
        return model.withOptions(options).withCollation(model.collation().or(live::collation));
    }

    private static Constraint named(Constraint live, Optional<String> name) {
        return name.map(live::withName).orElse(live);
    }

    private static Index named(Index live, Optional<String> name) {
        return name.map(live::withName).orElse(live);
    }
}
