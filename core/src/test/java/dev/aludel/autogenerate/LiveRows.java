package dev.aludel.autogenerate;

import dev.aludel.autogenerate.Palette.Kind;
import dev.aludel.dialect.Dialect;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three rows for each table that is on both sides and whose rows nothing stands in the way of. */
final class LiveRows {
    private static final int ROWS = 3;

    private final LiveDatabase database;
    private final SchemaPair pair;
    private final Set<Table> filled;

    LiveRows(LiveDatabase database, SchemaPair pair) {
        this.database = database;
        this.pair = pair;
        Set<Table> candidates = pair.before().tables().stream()
                .filter(table -> pair.after()
                        .findTable(table.name())
                        .filter(other -> survives(table, other) && survives(other, table))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        while (candidates.removeIf(table -> !refersToRows(table, candidates))) {}
        this.filled = candidates;
    }

    /** New columns say what stands in them, and each key has a column that is there before and after and tells rows apart. */
    private boolean survives(Table table, Table other) {
        boolean columns = other.columns().stream()
                .filter(column -> table.findColumn(column.name()).isEmpty())
                .allMatch(column -> column.nullable()
                        || column.defaultValue().isPresent()
                        || column.generated().isPresent());
        return columns
                && Stream.concat(
                                table.constraints().stream()
                                        .filter(Constraint.Unique.class::isInstance)
                                        .map(Constraint::columns),
                                table.indexes().stream().filter(Index::unique).map(Index::columns))
                        .allMatch(key -> key.stream()
                                .anyMatch(name -> isDistinct(name)
                                        && table.findColumn(name).isPresent()
                                        && other.findColumn(name).isPresent()));
    }

    private boolean isDistinct(String column) {
        return column.equals("id")
                || database.palette().kinds().stream()
                        .anyMatch(kind -> kind.name().equals(column) && kind.isDistinct());
    }

    /** References that must not be null refer to a table with rows. */
    private boolean refersToRows(Table table, Set<Table> candidates) {
        Table other = pair.after().findTable(table.name()).orElseThrow();
        return Stream.of(table, other)
                .flatMap(each -> each.columns().stream())
                .filter(column -> column.name().endsWith("_id") && !column.nullable())
                .allMatch(column -> has(candidates, column));
    }

    private static boolean has(Set<Table> tables, Column reference) {
        return tables.stream()
                .anyMatch(each -> reference.name().equals(each.name().name() + "_id"));
    }

    void insert(SentStatements statements) throws SQLException {
        if (filled.isEmpty()) {
            return;
        }
        statements.send(database.unguarded().get(0));
        for (Table table : filled) {
            for (int row = 0; row < ROWS; row++) {
                statements.send(insert(table, row));
            }
        }
        statements.send(database.unguarded().get(1));
    }

    private String insert(Table table, int row) {
        Dialect dialect = database.dialect();
        List<Column> columns = table.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .toList();
        return database.insert()
                .formatted(
                        dialect.quote(table.name().name()),
                        columns.stream()
                                .map(column -> dialect.quote(column.name()))
                                .collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> value(table, column, row))
                                .collect(Collectors.joining(", ")));
    }

    private String value(Table table, Column column, int row) {
        Optional<Kind> kind = database.palette().kinds().stream()
                .filter(each ->
                        each.name().equals(column.name()) && !each.values().isEmpty())
                .findFirst();
        if (column.name().equals("id") || (column.name().endsWith("_id") && has(filled, column))) {
            return String.valueOf(row + 1);
        }
        boolean absent = row == ROWS - 1 && !column.name().equals("code") && mayBeNull(table, column);
        return kind.filter(each -> !absent)
                .map(each -> each.values().get(row))
                .map(text ->
                        text.matches("[0-9.]+|true") ? text : database.dialect().literal(text))
                .orElse("null");
    }

    private boolean mayBeNull(Table table, Column column) {
        return column.nullable()
                && pair.after()
                        .findTable(table.name())
                        .flatMap(other -> other.findColumn(column.name()))
                        .map(Column::nullable)
                        .orElse(true);
    }

    /** What stands in the columns of both sides, table by table, row by row. */
    List<String> read(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (Table table : filled) {
            Table other = pair.after().findTable(table.name()).orElseThrow();
            List<String> columns = table.columns().stream()
                    .filter(column -> column.generated().isEmpty())
                    .filter(column -> other.findColumn(column.name())
                            .filter(same -> same.generated().isEmpty())
                            .isPresent())
                    .map(Column::name)
                    .sorted()
                    .toList();
            rows.addAll(read(connection, table, columns));
        }
        return rows;
    }

    private List<String> read(Connection connection, Table table, List<String> columns) throws SQLException {
        Dialect dialect = database.dialect();
        String sql = "SELECT " + columns.stream().map(dialect::quote).collect(Collectors.joining(", ")) + " FROM "
                + dialect.quote(table.name().name()) + " ORDER BY " + dialect.quote("id");
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder(table.name().name());
                for (int i = 0; i < columns.size(); i++) {
                    text.append(" ").append(columns.get(i)).append("=").append(plain(row.getString(i + 1)));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }

    /** Numbers without their zeros, moments without their fraction, texts without what fills them up. */
    private static String plain(String value) {
        if (value == null) {
            return "null";
        }
        String text = value.stripTrailing();
        if (text.matches("-?[0-9.]+")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*") ? text.substring(0, 19) : text;
    }
}
