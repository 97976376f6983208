package dev.aludel.autogenerate;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Schemas that PostgreSQL accepts as they are, spelled as it would report them. Everything is drawn from small pools, so
 * that two of them share tables, columns, rules and names, in changing combinations.
 */
public final class RandomSchema {
    private static final List<String> TABLES = List.of("author", "book", "invoice", "publisher", "tag");
    private static final List<String> NAMES = List.of("red", "green", "blue", "black", "white", "grey", "pink");

    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final List<Table> tables = new ArrayList<>();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    public static Schema of(long seed) {
        return new RandomSchema(seed).draw();
    }

    /** The same schema as a model says it: nothing has a name that need not have one. */
    public static Schema nameless(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                                .map(RandomSchema::nameless)
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> new Index(
                                        Optional.empty(), index.parts(), index.unique(), index.method(), index.where()))
                                .toList()))
                .toList());
    }

    private static Constraint nameless(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(Optional.empty(), key.columns());
        }
        if (constraint instanceof Constraint.Unique unique) {
            return new Constraint.Unique(Optional.empty(), unique.columns(), unique.nullsNotDistinct());
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
                key.onUpdate());
    }

    private Schema draw() {
        names.addAll(TABLES);
        for (String name : TABLES) {
            if (chance(65)) {
                tables.add(table(TableName.of(name)));
            }
        }
        List<Table> linked = tables.stream().map(this::withReferences).toList();
        List<Sequence> sequences = new ArrayList<>();
        for (String name : List.of("author_seq", "book_seq")) {
            if (chance(50)) {
                sequences.add(new Sequence(TableName.of(name), oneOf(1L, 100L), oneOf(1L, 50L)));
            }
        }
        return new Schema(linked, sequences);
    }

    private Table table(TableName name) {
        List<Column> columns = new ArrayList<>();
        boolean keyed = chance(85);
        boolean identity = chance(40);
        columns.add(Column.of("id", new Type.BigInt())
                .withNullable(!keyed && !identity)
                .withIdentity(
                        identity
                                ? Optional.of(oneOf(Identity.byDefault(), Identity.generatedAlways()))
                                : Optional.empty()));
        maybe(columns, Column.of("code", new Type.Int()).withNullable(chance(50)));
        maybe(
                columns,
                Column.of("name", oneOf(varchar(50), varchar(200), new Type.Text()))
                        .withNullable(chance(50))
                        .withComment(chance(20) ? Optional.of(oneOf("it's \"quoted\"", "a\\b\nc")) : Optional.empty()));
        maybe(
                columns,
                Column.of("status", varchar(20))
                        .withNullable(chance(50))
                        .withDefaultValue(
                                Optional.ofNullable(oneOf("'new'::character varying", "'old'::character varying", null))
                                        .map(DefaultValue::new)));
        maybe(columns, Column.of("amount", oneOf(new Type.Int(), new Type.BigInt())));
        boolean hasAmount = columns.get(columns.size() - 1).name().equals("amount");
        if (hasAmount && chance(40)) {
            columns.add(Column.of("twice", new Type.BigInt())
                    .withGenerated(
                            chance(70)
                                    ? Optional.of(new Generated(oneOf("(code * 2)", "(id * 2)"), true))
                                    : Optional.empty()));
            if (columns.stream().noneMatch(column -> column.name().equals("code"))) {
                columns.add(Column.of("code", new Type.Int()));
            }
        }
        for (String other : TABLES) {
            if (chance(30)) {
                columns.add(Column.of(other + "_id", new Type.BigInt()));
            }
        }
        Collections.shuffle(columns, random);
        Optional<String> comment = chance(20) ? Optional.of(oneOf("one", "two */ three")) : Optional.empty();
        return new Table(name, columns, constraints(columns, keyed, hasAmount), indexes(columns, hasAmount), comment);
    }

    private List<Constraint> constraints(List<Column> columns, boolean keyed, boolean hasAmount) {
        List<Constraint> constraints = new ArrayList<>();
        if (keyed) {
            name().ifPresent(name -> constraints.add(new Constraint.PrimaryKey(Optional.of(name), List.of("id"))));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> some = some(columns);
            boolean distinct = chance(80);
            boolean known = constraints.stream()
                    .anyMatch(each -> Set.copyOf(each.columns()).equals(Set.copyOf(some)));
            if (!known) {
                name().ifPresent(name -> constraints.add(new Constraint.Unique(Optional.of(name), some, !distinct)));
            }
        }
        if (hasAmount) {
            for (String condition : List.of("amount > 0", "amount < id", "amount <> 7")) {
                if (chance(30)) {
                    name().ifPresent(name -> constraints.add(new Constraint.Check(Optional.of(name), condition)));
                }
            }
        }
        return constraints;
    }

    private List<Index> indexes(List<Column> columns, boolean hasAmount) {
        List<Index> indexes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean descending = chance(20);
            List<Index.Part> parts = new ArrayList<>();
            some(columns).forEach(name -> parts.add(new Index.Part(name, false, descending, Optional.empty())));
            Optional<String> where = hasAmount && chance(20) ? Optional.of("amount > 0") : Optional.empty();
            boolean unique = chance(30);
            name().ifPresent(name -> indexes.add(new Index(Optional.of(name), parts, unique, Optional.empty(), where)));
        }
        return indexes;
    }

    private Table withReferences(Table table) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        for (Table other : tables) {
            String column = other.name().name() + "_id";
            boolean hasKey = other.findPrimaryKey().isPresent();
            if (hasKey && table.findColumn(column).isPresent() && chance(80)) {
                Constraint.Action action = oneOf(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE);
                name().ifPresent(name -> constraints.add(new Constraint.ForeignKey(
                        Optional.of(name),
                        List.of(column),
                        other.name(),
                        List.of("id"),
                        action,
                        Constraint.Action.NO_ACTION)));
            }
        }
        return table.withConstraints(constraints);
    }

    private List<String> some(List<Column> columns) {
        List<String> candidates =
                new ArrayList<>(columns.stream().map(Column::name).toList());
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

    private void maybe(List<Column> columns, Column column) {
        if (chance(60)) {
            columns.add(column);
        }
    }

    private static Type varchar(int length) {
        return new Type.Varchar(OptionalInt.of(length));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
