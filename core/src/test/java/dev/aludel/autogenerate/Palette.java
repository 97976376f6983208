package dev.aludel.autogenerate;

import dev.aludel.schema.Type;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What random schemas are made of, in the words of one database. Two draws of a column differ in ways that its rows
 * survive: each value is one of every type, and every condition holds for every value and default.
 *
 * @param key the type of row numbers and of references to them
 * @param checks conditions for check constraints
 * @param computed expressions for computed columns
 * @param wheres conditions for partial indexes; empty where there are none
 * @param expressions for indexes; empty where there are none
 */
record Palette(
        Type key,
        List<Kind> kinds,
        List<Expression> checks,
        List<Expression> computed,
        List<Expression> wheres,
        List<Expression> expressions,
        Set<Trait> traits) {

    /** A column: what it may be, what stands in it by default and in its rows, and whether an index can be over it. */
    record Kind(String name, List<Type> types, List<String> defaults, List<String> values, boolean indexed) {

        /** Whether no two rows have the same. */
        boolean isDistinct() {
            return Set.copyOf(values).size() == values.size();
        }
    }

    /** SQL over columns. */
    record Expression(String sql, List<String> columns) {
        static Expression of(String sql, String... columns) {
            return new Expression(sql, List.of(columns));
        }
    }

    enum Trait {
        SEQUENCES,
        ENUM_TYPES,
        COMMENTS,
        DEFERRABLE,
        DESCENDING,
        NULLS_NOT_DISTINCT,
        ALWAYS_NUMBERED,
        NUMBERED_WITHOUT_KEY,
        VIRTUAL,
        INDEXED_VIRTUAL,
        STORED,
        /** A foreign key brings an index, which makes a nameless one over the same column superfluous. */
        IMPLIED_INDEXES,
        /** A key of whole numbers is numbered, whether or not the model says so. */
        NUMBERED_ANYWAY,
        /** A key and an index may be over the same columns. */
        INDEX_BESIDE_KEY
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    private static final Type INT = new Type.Int();
    private static final Type BIGINT = new Type.BigInt();

    private static final List<Expression> CHECKS = List.of(
            Expression.of("amount > 0", "amount"),
            Expression.of("amount < code * 1000", "amount", "code"),
            Expression.of("price >= 0", "price"),
            Expression.of("name <> 'none'", "name"),
            Expression.of("code in (1, 2, 3, 7, 9)", "code"));
    private static final List<Expression> COMPUTED =
            List.of(Expression.of("amount * 2", "amount"), Expression.of("code + 1", "code"));

    static Palette postgresql() {
        return new Palette(
                BIGINT,
                all(
                        common(text(), "current_date"),
                        Stream.of(
                                kind("created", stamps(), List.of("now()"), days("2020-01-0", " 10:00:00")),
                                kind("mood", List.of(nativeType("mood")), List.of("'sad'"), same("sad")),
                                kind("mark", List.of(new Type.Uuid()), List.of(), uuids()),
                                loose("document", new Type.Json(true), "'{}'", "{\"a\": 1}"),
                                loose("bytes", new Type.Binary(OptionalInt.empty()), "'\\x00'", "\\x01"),
                                loose("tags", new Type.Array(new Type.Text()), "'{}'", "{a}"))),
                CHECKS,
                COMPUTED,
                List.of(Expression.of("amount > 0", "amount"), Expression.of("name is not null", "name")),
                List.of(Expression.of("lower(name)", "name")),
                Set.of(
                        Trait.SEQUENCES,
                        Trait.ENUM_TYPES,
                        Trait.COMMENTS,
                        Trait.DEFERRABLE,
                        Trait.DESCENDING,
                        Trait.NULLS_NOT_DISTINCT,
                        Trait.ALWAYS_NUMBERED,
                        Trait.NUMBERED_WITHOUT_KEY,
                        Trait.VIRTUAL,
                        Trait.STORED,
                        Trait.INDEX_BESIDE_KEY));
    }

    static Palette h2() {
        return new Palette(
                BIGINT,
                all(
                        common(List.of(), "current_date"),
                        Stream.of(
                                kind("created", stamps(), List.of("current_timestamp"), days("2020-01-0", " 10:00:00")),
                                kind("mark", List.of(new Type.Uuid()), List.of("random_uuid()"), uuids()),
                                loose("note", new Type.Text(), "'a'", "text"),
                                loose("tags", new Type.Array(new Type.Varchar(OptionalInt.of(20))), null, null))),
                CHECKS,
                COMPUTED,
                List.of(),
                List.of(),
                Set.of(
                        Trait.SEQUENCES,
                        Trait.COMMENTS,
                        Trait.DESCENDING,
                        Trait.NULLS_NOT_DISTINCT,
                        Trait.ALWAYS_NUMBERED,
                        Trait.NUMBERED_WITHOUT_KEY,
                        Trait.STORED));
    }

    static Palette sqlite() {
        return new Palette(
                INT,
                all(
                        common(text(), "current_date"),
                        Stream.of(
                                kind("created", stamps(), List.of("current_timestamp"), days("2020-01-0", " 10:00:00")),
                                kind("mark", List.of(new Type.Uuid()), List.of(), uuids()),
                                loose("document", new Type.Json(false), "'{}'", "{\"a\": 1}"))),
                CHECKS,
                COMPUTED,
                List.of(Expression.of("amount > 0", "amount"), Expression.of("name is not null", "name")),
                List.of(Expression.of("lower(name)", "name")),
                Set.of(
                        Trait.DEFERRABLE,
                        Trait.DESCENDING,
                        Trait.VIRTUAL,
                        Trait.INDEXED_VIRTUAL,
                        Trait.STORED,
                        Trait.NUMBERED_ANYWAY,
                        Trait.INDEX_BESIDE_KEY));
    }

    static Palette mariadb() {
        Type moods = nativeType("enum('sad','ok')");
        Set<Trait> traits = Set.of(
                Trait.SEQUENCES,
                Trait.COMMENTS,
                Trait.DESCENDING,
                Trait.VIRTUAL,
                Trait.INDEXED_VIRTUAL,
                Trait.STORED,
                Trait.IMPLIED_INDEXES,
                Trait.INDEX_BESIDE_KEY);
        return new Palette(
                BIGINT,
                all(
                        common(List.of(), "(curdate())"),
                        Stream.of(
                                kind("created", stamps(), List.of("current_timestamp"), days("2020-01-0", " 10:00:00")),
                                kind(
                                        "mood",
                                        List.of(moods, nativeType("enum('sad','ok','happy')")),
                                        List.of("'sad'"),
                                        same("sad")),
                                kind(
                                        "tiny",
                                        List.of(new Type.TinyInt(), nativeType("int unsigned")),
                                        List.of("5"),
                                        numbers()),
                                loose("note", new Type.Text(), null, "text"),
                                loose("document", new Type.Json(false), null, "{\"a\": 1}"))),
                CHECKS,
                COMPUTED,
                List.of(),
                List.of(),
                traits);
    }

    private static List<Kind> all(Stream<Kind> some, Stream<Kind> more) {
        return Stream.concat(some, more).toList();
    }

    private static Stream<Kind> common(List<Type> text, String today) {
        List<Type> names = all2(List.of(varchar(50), varchar(200)), text);
        return Stream.of(
                kind("code", List.of(INT), List.of("7", "9"), numbers()),
                kind("name", names, List.of("'new'", "'it''s'"), List.of("a", "b", "c")),
                kind("order", List.of(varchar(20), new Type.Char(5)), List.of("'x'", "''"), List.of("d", "e", "f")),
                kind("amount", List.of(INT, BIGINT), List.of("7", "8"), numbers()),
                kind(
                        "price",
                        List.of(decimal(10, 2), decimal(12, 4)),
                        List.of("1.50", "0"),
                        List.of("1.25", "2.5", "3")),
                kind(
                        "rate",
                        List.of(new Type.DoublePrecision(), new Type.Real()),
                        List.of("1.5"),
                        List.of("0.5", "1.5", "2.5")),
                kind("active", List.of(new Type.Bool()), List.of("true", "false"), same("true")),
                kind("born", List.of(new Type.Date()), List.of(today), days("2020-01-0", "")));
    }

    private static List<Type> all2(List<Type> some, List<Type> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Kind kind(String name, List<Type> types, List<String> defaults, List<String> values) {
        return new Kind(name, types, defaults, values, true);
    }

    /** A column that no index stands on. */
    private static Kind loose(String name, Type type, String value, String row) {
        return new Kind(
                name,
                List.of(type),
                value == null ? List.of() : List.of(value),
                row == null ? List.of() : same(row),
                false);
    }

    private static List<Type> text() {
        return List.of(new Type.Text());
    }

    private static List<Type> stamps() {
        return List.of(
                new Type.Timestamp(OptionalInt.of(6), false),
                new Type.Timestamp(OptionalInt.of(3), false),
                new Type.Timestamp(OptionalInt.of(6), true));
    }

    private static List<String> numbers() {
        return List.of("1", "2", "3");
    }

    private static List<String> same(String value) {
        return List.of(value, value, value);
    }

    private static List<String> days(String before, String after) {
        return numbers().stream().map(day -> before + day + after).toList();
    }

    private static List<String> uuids() {
        return numbers().stream()
                .map(each -> "00000000-0000-0000-0000-00000000000" + each)
                .toList();
    }

    private static Type varchar(int length) {
        return new Type.Varchar(OptionalInt.of(length));
    }

    private static Type decimal(int precision, int scale) {
        return new Type.Decimal(OptionalInt.of(precision), OptionalInt.of(scale));
    }

    private static Type nativeType(String sql) {
        return new Type.Native(sql);
    }
}
