package dev.aludel.autogenerate;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds among operations what may be a rename, which two schemas alone cannot tell from a drop and an add. For a column
 * speak its type (40), its name (30), its place (20), that both may be null alike (10) and that both refer to one table
 * (10); for a table its columns (70), its name (20) and the tables that it refers to (10); for a value of an enum type
 * its name (50), its place (30) and that there are as many values before and after (20).
 */
final class RenameCandidates {
    /** What has less is no candidate. */
    private static final int LEAST = 45;

    private final List<Operation> operations;
    private final Schema current;
    private final Schema target;

    private RenameCandidates(List<Operation> operations, Schema current, Schema target) {
        this.operations = operations;
        this.current = current;
        this.target = target;
    }

    /** The candidates for each thing that an operation drops, the best first; none for an operation of another kind. */
    static List<List<RenameCandidate>> of(
            Operation dropping, List<Operation> operations, Schema current, Schema target) {
        RenameCandidates candidates = new RenameCandidates(operations, current, target);
        List<List<RenameCandidate>> found = new ArrayList<>();
        if (dropping instanceof DropTable drop) {
            found.add(candidates.tables(drop));
        } else if (dropping instanceof DropColumn drop) {
            found.add(candidates.columns(drop));
        } else if (dropping instanceof ReplaceObject replace) {
            found.addAll(values(replace));
        }
        found.replaceAll(RenameCandidates::best);
        found.removeIf(List::isEmpty);
        return found;
    }

    private static List<RenameCandidate> best(List<RenameCandidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.score() >= LEAST)
                .sorted(Comparator.comparing(RenameCandidate::score).reversed().thenComparing(RenameCandidate::to))
                .toList();
    }

    /** Values that an enum type loses while it gets others. */
    private static List<List<RenameCandidate>> values(ReplaceObject replace) {
        if (!(replace.from().definition() instanceof SchemaObject.Values from)
                || !(replace.to().definition() instanceof SchemaObject.Values to)) {
            return List.of();
        }
        List<String> coming = new ArrayList<>(to.values());
        coming.removeAll(from.values());
        coming.removeIf(RenameCandidates::isUnsayable);
        return from.values().stream()
                .filter(value -> !to.values().contains(value) && !isUnsayable(value))
                .map(value -> coming.stream()
                        .map(other -> value(replace.object().name(), value, other, from.values(), to.values()))
                        .toList())
                .toList();
    }

    /** A hint would be read as another. */
    private static boolean isUnsayable(String value) {
        return value.contains(".") || value.contains(":");
    }

    private static RenameCandidate value(
            TableName type, String from, String to, List<String> before, List<String> after) {
        Score score = new Score();
        score.addName(from, to, 50);
        score.add(before.indexOf(from) == after.indexOf(to) ? 30 : 0, "same place");
        score.add(before.size() == after.size() ? 20 : 0, "as many values");
        return score.candidate(type + "." + from, to);
    }

    private List<RenameCandidate> columns(DropColumn drop) {
        List<RenameCandidate> found = new ArrayList<>();
        Optional<Column> dropped =
                drop.dropped().filter(column -> column.generated().isEmpty());
        for (Operation operation : operations) {
            boolean fits = operation instanceof AddColumn add
                    && add.table().equals(drop.table())
                    && !add.column().name().equals(drop.column())
                    && add.column().generated().isEmpty();
            if (fits && dropped.isPresent()) {
                found.add(column(drop.table(), dropped.get(), ((AddColumn) operation).column()));
            }
        }
        return found;
    }

    private RenameCandidate column(TableName table, Column from, Column to) {
        Score score = new Score();
        boolean same = from.type().equals(to.type());
        score.add(same ? 40 : 0, "same type");
        score.add(!same && Family.of(from.type()) == Family.of(to.type()) ? 15 : 0, "same kind of type");
        score.addName(from.name(), to.name(), 30);
        int distance = Math.abs(place(current, table, from) - place(target, table, to));
        score.add(distance == 0 ? 20 : 0, "same place");
        score.add(distance == 1 ? 10 : 0, "next place");
        score.add(from.nullable() == to.nullable() && from.defaultValue().equals(to.defaultValue()) ? 10 : 0, "");
        Set<TableName> referred = references(current, table, Optional.of(from.name()));
        referred.retainAll(references(target, table, Optional.of(to.name())));
        score.add(referred.isEmpty() ? 0 : 10, "same reference");
        return score.candidate(table + "." + from.name(), to.name());
    }

    private static int place(Schema schema, TableName table, Column column) {
        return schema.findTable(table)
                .map(found ->
                        found.columns().stream().map(Column::name).toList().indexOf(column.name()))
                .orElse(-1);
    }

    /** The tables that foreign keys refer to, of one column or of all. */
    private static Set<TableName> references(Schema schema, TableName table, Optional<String> column) {
        Set<TableName> referred = new HashSet<>();
        schema.findTable(table).stream()
                .flatMap(found -> found.constraints().stream())
                .filter(constraint -> column.map(constraint.columns()::contains).orElse(true))
                .filter(Constraint.ForeignKey.class::isInstance)
                .forEach(key -> referred.add(((Constraint.ForeignKey) key).referencedTable()));
        return referred;
    }

    private List<RenameCandidate> tables(DropTable drop) {
        List<RenameCandidate> found = new ArrayList<>();
        for (Operation operation : operations) {
            if (drop.dropped().isPresent()
                    && operation instanceof CreateTable create
                    && create.table().name().schema().equals(drop.table().schema())) {
                found.add(table(drop.dropped().get(), create.table()));
            }
        }
        return found;
    }

    private RenameCandidate table(Table from, Table to) {
        Score score = new Score();
        Set<List<Object>> common = outline(from);
        common.retainAll(outline(to));
        Set<List<Object>> all = outline(from);
        all.addAll(outline(to));
        double share = all.isEmpty() ? 0 : (double) common.size() / all.size();
        score.add((int) Math.round(70 * share), share == 1 ? "same columns" : common.size() + " columns in common");
        score.addName(from.name().name(), to.name().name(), 20);
        Set<TableName> referred = references(current, from.name(), Optional.empty());
        boolean alike = referred.equals(references(target, to.name(), Optional.empty()));
        score.add(alike ? 10 : 0, referred.isEmpty() ? "" : "same references");
        return score.candidate(from.name().toString(), to.name().name());
    }

    private static Set<List<Object>> outline(Table table) {
        Set<List<Object>> outline = new HashSet<>();
        table.columns().forEach(column -> outline.add(List.of(column.name(), column.type())));
        return outline;
    }

    /** Kinds of types whose values can become one another. */
    private enum Family {
        TEXT,
        NUMBER,
        TIME,
        OTHER;

        static Family of(Type type) {
            if (type instanceof Type.Varchar || type instanceof Type.Text || type instanceof Type.Char) {
                return TEXT;
            }
            if (type instanceof Type.Date || type instanceof Type.Timestamp || type instanceof Type.Time) {
                return TIME;
            }
            boolean number = type instanceof Type.TinyInt
                    || type instanceof Type.SmallInt
                    || type instanceof Type.Int
                    || type instanceof Type.BigInt
                    || type instanceof Type.Decimal
                    || type instanceof Type.Real
                    || type instanceof Type.DoublePrecision;
            return number ? NUMBER : OTHER;
        }
    }

    /** Points with their reasons. */
    private static final class Score {
        private int points;
        private final List<String> reasons = new ArrayList<>();

        void add(int more, String reason) {
            points += more;
            if (more > 0 && !reason.isEmpty()) {
                reasons.add(reason);
            }
        }

        void addName(String from, String to, int most) {
            double similarity = NameSimilarity.of(from, to);
            add((int) Math.round(most * similarity), similarity >= 0.5 ? "similar name" : "");
        }

        RenameCandidate candidate(String from, String to) {
            return new RenameCandidate(from, to, Math.min(points, 100), reasons);
        }
    }
}
