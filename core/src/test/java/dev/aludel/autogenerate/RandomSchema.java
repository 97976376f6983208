package dev.aludel.autogenerate;

import dev.aludel.autogenerate.Palette.Expression;
import dev.aludel.autogenerate.Palette.Kind;
import dev.aludel.autogenerate.Palette.Trait;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Schemas that a database accepts as they are. Everything is drawn from small pools, so that two of them share tables,
 * columns, rules and names, in changing combinations.
 */
public final class RandomSchema {
    private static final List<String> TABLES = List.of("author", "book", "invoice", "tag", "user");
    private static final List<String> NAMES = List.of("red", "green", "blue", "black", "white", "grey", "pink");

    private final Palette palette;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<SchemaObject> types = new ArrayList<>();

    private RandomSchema(Palette palette, Random random) {
        this.palette = palette;
        this.random = random;
    }

    /** A schema for PostgreSQL. */
    public static Schema of(long seed) {
        return of(Palette.postgresql(), new Random(seed));
    }

    static Schema of(Palette palette, Random random) {
        return new RandomSchema(palette, random).draw();
    }

    /** The same schema as a model says it: nothing has a name that need not have one. */
    public static Schema nameless(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                                .map(RandomSchema::nameless)
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(RandomSchema::nameless)
                                .toList()))
                .toList());
    }

    private static Index nameless(Index index) {
        return new Index(
                Optional.empty(),
                index.parts(),
                index.unique(),
                index.method(),
                index.where(),
                index.include(),
                index.nullsNotDistinct(),
                index.options());
    }

    private static Constraint nameless(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(Optional.empty(), key.columns(), key.deferral());
        }
        if (constraint instanceof Constraint.Unique unique) {
            return new Constraint.Unique(
                    Optional.empty(), unique.columns(), unique.nullsNotDistinct(), unique.deferral());
        }
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(Optional.empty(), check.expression());
        }
        Constraint.ForeignKey key = (Constraint.ForeignKey) constraint;
        return new Constraint.ForeignKey(
                Optional.empty(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferral());
    }

    private Schema draw() {
        names.addAll(TABLES);
        if (palette.has(Trait.ENUM_TYPES) && chance(60)) {
            List<String> moods = oneOf(
                    List.of("sad", "ok"), List.of("sad", "ok", "happy"), List.of("sad", "happy"), List.of("ok", "sad"));
            types.add(SchemaObject.enumType(TableName.of("mood"), moods));
        }
        for (String name : TABLES) {
            if (chance(55)) {
                tables.add(table(TableName.of(name)));
            }
        }
        List<Table> linked = tables.stream().map(this::withReferences).toList();
        List<Sequence> sequences = new ArrayList<>();
        for (String name : List.of("author_seq", "book_seq")) {
            if (palette.has(Trait.SEQUENCES) && chance(40)) {
                sequences.add(new Sequence(TableName.of(name), oneOf(1L, 100L), oneOf(1L, 50L)));
            }
        }
        return new Schema(linked, sequences, types, Set.of());
    }

    private Table table(TableName name) {
        List<Column> columns = new ArrayList<>();
        boolean keyed = chance(85);
        boolean numbered = chance(40) && (keyed || palette.has(Trait.NUMBERED_WITHOUT_KEY));
        columns.add(Column.of("id", palette.key())
                .withNullable(!keyed && !numbered)
                .withIdentity(numbered ? Optional.of(identity()) : Optional.empty()));
        palette.kinds().stream()
                .filter(kind -> chance(40))
                .forEach(kind -> column(kind).ifPresent(columns::add));
        if (chance(40)) {
            columns.add(computed(columns));
        }
        for (String other : TABLES) {
            if (chance(25)) {
                columns.add(Column.of(other + "_id", palette.key()).withNullable(chance(80)));
            }
            if (chance(10)) {
                columns.add(Column.of(other + "_code", new Type.Int()));
            }
        }
        Collections.shuffle(columns, random);
        List<Constraint> keys = constraints(name, columns, keyed);
        return new Table(name, columns, keys, indexes(columns, keys), comment());
    }

    private Identity identity() {
        return palette.has(Trait.ALWAYS_NUMBERED) && chance(50) ? Identity.generatedAlways() : Identity.byDefault();
    }

    private Optional<Column> column(Kind kind) {
        Type type = kind.types().get(random.nextInt(kind.types().size()));
        boolean unknown = palette.has(Trait.ENUM_TYPES) && type.equals(new Type.Native("mood")) && types.isEmpty();
        if (unknown) {
            return Optional.empty();
        }
        Optional<DefaultValue> value = kind.defaults().isEmpty() || chance(60)
                ? Optional.empty()
                : Optional.of(new DefaultValue(
                        kind.defaults().get(random.nextInt(kind.defaults().size()))));
        return Optional.of(Column.of(kind.name(), type)
                .withNullable(chance(60))
                .withDefaultValue(value)
                .withComment(comment()));
    }

    /** Computed from others, or a plain one where there are none. */
    private Column computed(List<Column> columns) {
        List<Expression> fitting = fitting(palette.computed(), columns);
        Column plain = Column.of("twice", new Type.BigInt());
        if (fitting.isEmpty() || chance(30)) {
            return plain;
        }
        boolean stored = !palette.has(Trait.VIRTUAL) || chance(60);
        return plain.withGenerated(Optional.of(
                new Generated(fitting.get(random.nextInt(fitting.size())).sql(), stored)));
    }

    private static List<Expression> fitting(List<Expression> expressions, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return expressions.stream()
                .filter(each -> names.containsAll(each.columns()))
                .toList();
    }

    private Optional<String> comment() {
        return palette.has(Trait.COMMENTS) && chance(15)
                ? Optional.of(oneOf("it's \"quoted\"", "a\\b\nc", "two */ three"))
                : Optional.empty();
    }

    private List<Constraint> constraints(TableName table, List<Column> columns, boolean keyed) {
        List<Constraint> constraints = new ArrayList<>();
        if (keyed) {
            String name = oneOf("pk_", "key_") + table.name();
            constraints.add(new Constraint.PrimaryKey(Optional.of(name), List.of("id")));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> some = some(columns);
            boolean distinct = !palette.has(Trait.NULLS_NOT_DISTINCT) || chance(80);
            boolean known = constraints.stream()
                    .anyMatch(each -> Set.copyOf(each.columns()).equals(Set.copyOf(some)));
            if (!known) {
                name().ifPresent(name -> constraints.add(new Constraint.Unique(Optional.of(name), some, !distinct)));
            }
        }
        for (Expression condition : fitting(palette.checks(), columns)) {
            if (chance(30)) {
                name().ifPresent(name -> constraints.add(new Constraint.Check(Optional.of(name), condition.sql())));
            }
        }
        return constraints;
    }

    private List<Index> indexes(List<Column> columns, List<Constraint> keys) {
        List<Index> indexes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean descending = palette.has(Trait.DESCENDING) && chance(20);
            List<Index.Part> parts = new ArrayList<>();
            some(columns).forEach(name -> parts.add(new Index.Part(name, false, descending, Optional.empty())));
            List<Expression> expressions = fitting(palette.expressions(), columns);
            if (!expressions.isEmpty() && chance(20)) {
                parts.set(0, Index.Part.expression(expressions.get(0).sql()));
            }
            List<Expression> wheres = fitting(palette.wheres(), columns);
            Optional<String> where = wheres.isEmpty() || chance(70)
                    ? Optional.empty()
                    : Optional.of(wheres.get(random.nextInt(wheres.size())).sql());
            boolean unique = chance(30);
            boolean known = indexes.stream().anyMatch(each -> each.parts().equals(parts));
            boolean shared = !palette.has(Trait.INDEX_BESIDE_KEY)
                    && keys.stream().anyMatch(key -> !Collections.disjoint(key.columns(), columns(parts)));
            if (!known && !shared) {
                name().ifPresent(name ->
                        indexes.add(new Index(Optional.of(name), parts, unique, Optional.empty(), where)));
            }
        }
        return indexes;
    }

    private static List<String> columns(List<Index.Part> parts) {
        return parts.stream().map(Index.Part::text).toList();
    }

    private Table withReferences(Table table) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        for (Table other : tables) {
            refer(table, other, "id", constraints);
            refer(table, other, "code", constraints);
        }
        return table.withConstraints(constraints);
    }

    private void refer(Table table, Table other, String key, List<Constraint> constraints) {
        Optional<Column> column = table.findColumn(other.name().name() + "_" + key);
        boolean indexed = !palette.has(Trait.INDEX_BESIDE_KEY)
                && Stream.concat(
                                table.indexes().stream().map(Index::columns),
                                table.constraints().stream().map(Constraint::columns))
                        .anyMatch(names -> names.contains(other.name().name() + "_" + key));
        boolean unique = other.constraints().stream()
                .anyMatch(each -> each.columns().equals(List.of(key)) && !(each instanceof Constraint.ForeignKey));
        if (column.isEmpty() || !unique || indexed || chance(20)) {
            return;
        }
        List<Constraint.Action> actions = column.get().nullable()
                ? List.of(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE, Constraint.Action.SET_NULL)
                : List.of(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE);
        Constraint.ForeignKey reference = new Constraint.ForeignKey(
                Optional.empty(),
                List.of(column.get().name()),
                other.name(),
                List.of(key),
                actions.get(random.nextInt(actions.size())),
                actions.get(random.nextInt(2)));
        Constraint.Deferral deferral = palette.has(Trait.DEFERRABLE) && chance(20)
                ? Constraint.Deferral.INITIALLY_DEFERRED
                : Constraint.Deferral.NOT_DEFERRABLE;
        name().ifPresent(
                        name -> constraints.add(reference.withDeferral(deferral).withName(name)));
    }

    private List<String> some(List<Column> columns) {
        List<String> candidates = new ArrayList<>(columns.stream()
                .filter(column -> palette.has(Trait.INDEXED_VIRTUAL)
                        || column.generated().filter(value -> !value.stored()).isEmpty())
                .map(Column::name)
                .filter(name ->
                        palette.kinds().stream().noneMatch(kind -> kind.name().equals(name) && !kind.indexed()))
                .toList());
        Collections.shuffle(candidates, random);
        return candidates.subList(0, 1 + random.nextInt(Math.min(2, candidates.size())));
    }

    /** A name that nothing has yet; empty when the pool does not give one quickly. */
    private Optional<String> name() {
        for (int i = 0; i < 20; i++) {
            String name = oneOf("a_", "b_", "c_", "d_") + NAMES.get(random.nextInt(NAMES.size()));
            if (names.add(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
