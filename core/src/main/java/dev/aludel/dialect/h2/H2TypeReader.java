package dev.aludel.dialect.h2;

import dev.aludel.schema.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Puts together what the catalogue says of a type in several tables: arrays, enums and rows have their parts elsewhere. */
final class H2TypeReader {

    /** A type as one row has it; lengths that are the database's own limit are left out. */
    private record Row(
            String name, OptionalInt size, OptionalInt scale, OptionalInt fraction, String detail, String id) {}

    /** The longest text and binary value that there is. */
    private static final long LONGEST = 1_000_000_000;

    private static final int DEFAULT_CARDINALITY = 65_536;

    private final UnaryOperator<String> names;
    private final Map<String, Row> elements = new HashMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();
    private final Map<String, Map<String, Row>> fields = new HashMap<>();

    /** @param names calls a stored name as migrations do */
    H2TypeReader(UnaryOperator<String> names) {
        this.names = names;
    }

    void addElement(ResultSet row) throws SQLException {
        elements.put(key(row, row.getString("COLLECTION_TYPE_IDENTIFIER")), row(row));
    }

    void addEnumValue(ResultSet row) throws SQLException {
        enums.computeIfAbsent(key(row, row.getString("ENUM_IDENTIFIER")), none -> new ArrayList<>())
                .add(row.getString("VALUE_NAME"));
    }

    void addField(ResultSet row) throws SQLException {
        fields.computeIfAbsent(key(row, row.getString("ROW_IDENTIFIER")), none -> new LinkedHashMap<>())
                .put(row.getString("FIELD_NAME"), row(row));
    }

    private static String key(ResultSet row, String id) throws SQLException {
        return owner(row.getString("OBJECT_SCHEMA"), row.getString("OBJECT_NAME"), row.getString("OBJECT_TYPE")) + id;
    }

    /** Names what has types: a table, a domain. */
    static String owner(String schema, String name, String kind) {
        return schema + "\0" + name + "\0" + kind + "\0";
    }

    /** The type that a row describes. */
    Type type(ResultSet row, String owner) throws SQLException {
        return type(row(row), owner);
    }

    /** The words of an enum; none where the type is another. */
    List<String> values(String owner, String id) {
        return enums.getOrDefault(owner + id, List.of());
    }

    private Type type(Row row, String owner) {
        return switch (row.name()) {
            case "ARRAY" -> array(row, owner);
            case "ENUM" ->
                new Type.Native("enum"
                        + values(owner, row.id()).stream()
                                .map(H2Identifiers::literal)
                                .collect(Collectors.joining(", ", "(", ")")));
            case "ROW" -> new Type.Native("row" + fields(row, owner));
            case "INTERVAL" -> new Type.Native("interval " + row.detail());
            case "GEOMETRY" -> new Type.Native("geometry" + row.detail());
            default -> H2Types.parse(spelling(row));
        };
    }

    private String fields(Row row, String owner) {
        return fields.getOrDefault(owner + row.id(), Map.of()).entrySet().stream()
                .map(field -> H2Identifiers.quote(names.apply(field.getKey())) + " "
                        + H2Types.render(type(field.getValue(), owner)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private Type array(Row row, String owner) {
        Type element = Optional.ofNullable(elements.get(owner + row.id()))
                .map(found -> type(found, owner))
                .orElseGet(() -> new Type.Native("unknown"));
        int most = row.size().orElse(DEFAULT_CARDINALITY);
        return most == DEFAULT_CARDINALITY
                ? new Type.Array(element)
                : new Type.Native(H2Types.render(element) + " array[" + most + "]");
    }

    private static String spelling(Row row) {
        String name = row.name().toLowerCase(Locale.ROOT);
        String zone = name.endsWith(" with time zone") ? " with time zone" : "";
        String bare = name.substring(0, name.length() - zone.length());
        OptionalInt first = name.startsWith("time") ? row.fraction() : row.size();
        String scale = row.scale().isPresent() ? ", " + row.scale().getAsInt() : "";
        return bare + (first.isPresent() ? "(" + first.getAsInt() + scale + ")" : "") + zone;
    }

    private static Row row(ResultSet row) throws SQLException {
        String name = row.getString("DATA_TYPE");
        return new Row(
                name,
                switch (name) {
                    case "ARRAY" -> number(row, "MAXIMUM_CARDINALITY");
                    case "NUMERIC", "DECFLOAT" -> number(row, "DECLARED_NUMERIC_PRECISION");
                    default -> length(row);
                },
                number(row, "DECLARED_NUMERIC_SCALE"),
                number(row, "DATETIME_PRECISION"),
                name.equals("INTERVAL") ? interval(row) : geometry(row),
                row.getString("DTD_IDENTIFIER"));
    }

    private static OptionalInt length(ResultSet row) throws SQLException {
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        return row.wasNull() || length >= LONGEST ? OptionalInt.empty() : OptionalInt.of((int) length);
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** {@code day(3) to second(6)}: the precision belongs to the first word, the fraction to the seconds. */
    private static String interval(ResultSet row) throws SQLException {
        String words = row.getString("INTERVAL_TYPE").toLowerCase(Locale.ROOT);
        int precision = row.getInt("INTERVAL_PRECISION");
        int fraction = row.getInt("DATETIME_PRECISION");
        String first = words.split(" ", -1)[0];
        String leading = precision == 2 ? first : first + "(" + precision + ")";
        String rest = words.substring(first.length());
        if (!words.endsWith("second") || fraction == 6) {
            return leading + rest;
        }
        return rest.isEmpty() ? first + "(" + precision + ", " + fraction + ")" : leading + rest + "(" + fraction + ")";
    }

    private static String geometry(ResultSet row) throws SQLException {
        String shape = row.getString("GEOMETRY_TYPE");
        String system = row.getString("GEOMETRY_SRID");
        if (shape == null && system == null) {
            return "";
        }
        String name = shape == null ? "geometry" : shape.toLowerCase(Locale.ROOT);
        return "(" + name + (system == null ? "" : ", " + system) + ")";
    }
}
