package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a table of the {@code CREATE TABLE} text that SQLite keeps: it is all that the database itself knows. */
final class TableReader {
    private final TableName name;
    private final StoredTable stored;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private TableReader(TableName name, StoredTable stored) {
        this.name = name;
        this.stored = stored;
    }

    /** The table without its indexes, which are texts of their own. */
    static Table read(TableName name, String sql) {
        return new TableReader(name, StoredTableParser.parse(sql)).table();
    }

    private Table table() {
        stored.columns().forEach(this::column);
        stored.clauses().forEach(clause -> constraint(clause, Optional.empty()));
        return new Table(
                name, columns, ConstraintNames.named(name.name(), constraints), List.of(), Optional.empty(), options());
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (stored.withoutRowid()) {
            options.put(TableOptions.WITHOUT_ROWID, "");
        }
        if (stored.strict()) {
            options.put(TableOptions.STRICT, "");
        }
        return options;
    }

    private void column(StoredColumn stored) {
        Column column = Column.of(stored.name(), SqliteTypes.parse(stored.type()));
        columns.add(column);
        for (StoredClause clause : stored.clauses()) {
            Column changed = attribute(columns.remove(columns.size() - 1), clause);
            columns.add(changed);
            constraint(clause, Optional.of(changed.name()));
        }
    }

    private static Column attribute(Column column, StoredClause clause) {
        ClauseWords words = new ClauseWords(clause.sql());
        String keyword = words.word();
        return switch (keyword) {
            case "NOT" -> {
                words.skip("NULL");
                Column changed = column.withNullable(false);
                yield words.conflict()
                        .map(conflict -> changed.withOptions(Map.of(ColumnDefinition.NOT_NULL_CONFLICT, conflict)))
                        .orElse(changed);
            }
            case "DEFAULT" ->
                column.withDefaultValue(
                        Optional.of(new DefaultValue(words.isAtSymbol("(") ? words.group() : words.rest())));
            case "COLLATE" -> column.withCollation(Optional.of(words.name()));
            case "GENERATED", "AS" -> {
                words.skip("ALWAYS", "AS");
                String expression = words.group();
                yield column.withGenerated(Optional.of(new Generated(expression, words.skip("STORED"))));
            }
            default -> column;
        };
    }

    private void constraint(StoredClause clause, Optional<String> column) {
        ClauseWords words = new ClauseWords(clause.sql());
        switch (words.word()) {
            case "PRIMARY" -> primaryKey(clause.name(), words, column);
            case "UNIQUE" -> {
                Key key = key(words, column);
                constraints.add(new Constraint.Unique(
                        clause.name(), key.columns(), false, Constraint.Deferral.NOT_DEFERRABLE, key.qualifiers()));
            }
            case "CHECK" -> constraints.add(new Constraint.Check(clause.name(), words.group()));
            case "REFERENCES" ->
                constraints.add(
                        ForeignKeyReader.read(clause.name(), column.stream().toList(), words));
            case "FOREIGN" -> {
                words.skip("KEY");
                List<String> own = words.list().stream().map(TableReader::bare).toList();
                words.skip("REFERENCES");
                constraints.add(ForeignKeyReader.read(clause.name(), own, words));
            }
            default -> {
                // The other clauses are a column's.
            }
        }
    }

    private void primaryKey(Optional<String> label, ClauseWords words, Optional<String> column) {
        words.skip("KEY");
        Key key = key(words, column);
        if (key.numbered()) {
            columns.replaceAll(
                    found -> found.name().equalsIgnoreCase(key.columns().get(0))
                            ? found.withIdentity(Optional.of(Identity.byDefault()))
                            : found);
        }
        constraints.add(
                0,
                new Constraint.PrimaryKey(
                        label, spelledAsColumns(key.columns()), Constraint.Deferral.NOT_DEFERRABLE, key.qualifiers()));
    }

    private List<String> spelledAsColumns(List<String> names) {
        return names.stream()
                .map(each -> stored.columns().stream()
                        .map(StoredColumn::name)
                        .filter(each::equalsIgnoreCase)
                        .findFirst()
                        .orElse(each))
                .toList();
    }

    /**
     * The columns of a key, and what is said of them.
     *
     * @param numbered AUTOINCREMENT
     * @param qualifiers the columns with their order where that is not the usual one, and what happens on conflict
     */
    private record Key(List<String> columns, boolean numbered, Set<String> qualifiers) {}

    private Key key(ClauseWords words, Optional<String> column) {
        Set<String> qualifiers = new HashSet<>();
        List<String> columns = column.stream().toList();
        boolean numbered = false;
        if (words.isAtSymbol("(")) {
            List<String> parts = words.list();
            columns = spelledAsColumns(parts.stream().map(TableReader::bare).toList());
            numbered =
                    parts.size() == 1 && SqliteExpressions.words(parts.get(0)).contains("autoincrement");
            if (!parts.stream().allMatch(TableReader::isPlain)) {
                qualifiers.add("(" + String.join(", ", parts) + ")");
            }
        } else if (!words.skip("ASC") && words.skip("DESC")) {
            qualifiers.add("(" + SqliteIdentifiers.quote(columns.get(0)) + " DESC)");
        }
        words.conflict().ifPresent(qualifiers::add);
        return new Key(columns, numbered || words.skip("AUTOINCREMENT"), qualifiers);
    }

    private static boolean isPlain(String part) {
        ClauseWords words = new ClauseWords(part);
        words.name();
        words.skip("ASC");
        words.skip("AUTOINCREMENT");
        return words.atEnd();
    }

    private static String bare(String part) {
        return new ClauseWords(part).name();
    }
}
