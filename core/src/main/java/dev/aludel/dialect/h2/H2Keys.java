package dev.aludel.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows the columns of keys, unique constraints and foreign keys. H2 2.4 goes on calling a renamed column by its former name
 * in {@code KEY_COLUMN_USAGE} until the database is opened again; the index beneath each constraint knows better.
 */
final class H2Keys {
    private final H2Names names;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, List<Integer>> positions = new HashMap<>();
    private final Map<String, List<String>> ofIndexes = new HashMap<>();

    H2Keys(H2Names names) {
        this.names = names;
    }

    /** A row of {@link H2Catalogue#KEY_COLUMNS}. */
    void addColumn(ResultSet row) throws SQLException {
        String key = key(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        add(columns, key, names.of(row.getString("COLUMN_NAME")));
        add(positions, key, row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"));
    }

    /** A row of {@link H2Catalogue#INDEX_COLUMNS}. */
    void addIndexColumn(ResultSet row) throws SQLException {
        add(ofIndexes, key(row, "INDEX_SCHEMA", "INDEX_NAME"), names.of(row.getString("COLUMN_NAME")));
    }

    /** The columns of the constraint in a row of {@link H2Catalogue#CONSTRAINTS}, in its order. */
    List<String> columns(ResultSet row) throws SQLException {
        return current(
                columns.getOrDefault(key(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"), List.of()),
                ofIndexes.getOrDefault(key(row, "INDEX_SCHEMA", "INDEX_NAME"), List.of()));
    }

    /** The columns of the other table's key, in the order in which the foreign key's own refer to them. */
    List<String> referenced(ResultSet row) throws SQLException {
        List<String> key = current(
                columns.getOrDefault(key(row, "UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME"), List.of()),
                ofIndexes.getOrDefault(key(row, "UNIQUE_INDEX_SCHEMA", "UNIQUE_INDEX_NAME"), List.of()));
        return positions.getOrDefault(key(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"), List.of()).stream()
                .map(place -> key.get(place - 1))
                .toList();
    }

    private static List<String> current(List<String> told, List<String> ofIndex) {
        List<String> renamed = new ArrayList<>(ofIndex.subList(0, Math.min(told.size(), ofIndex.size())));
        renamed.removeAll(told);
        List<String> current = new ArrayList<>();
        for (String column : told) {
            current.add(ofIndex.contains(column) || renamed.isEmpty() ? column : renamed.remove(0));
        }
        return current;
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    private static String key(ResultSet row, String schema, String name) throws SQLException {
        return row.getString(schema) + "." + row.getString(name);
    }
}
