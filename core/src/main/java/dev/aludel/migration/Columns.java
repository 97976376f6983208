package dev.aludel.migration;

import dev.aludel.operation.Value;
import dev.aludel.schema.Index;
import dev.aludel.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The words for columns, types, constraints and indexes, to be imported statically by migrations. */
public final class Columns {
    private Columns() {}

    /** A nullable column; say more with the returned definition. */
    public static ColumnDefinition column(String name, Type type) {
        return new ColumnDefinition(name, type);
    }

    public static KeyDefinition primaryKey(String name, String... columns) {
        return new KeyDefinition(name, List.of(columns), true);
    }

    public static KeyDefinition unique(String name, String... columns) {
        return new KeyDefinition(name, List.of(columns), false);
    }

    /** A unique constraint that takes two nulls for equal. */
    public static KeyDefinition uniqueNullsNotDistinct(String name, String... columns) {
        return unique(name, columns).nullsNotDistinct();
    }

    /** Must be followed by {@code .references(table, columns…)}. */
    public static ForeignKeyDefinition foreignKey(String name, String... columns) {
        return new ForeignKeyDefinition(name, List.of(columns));
    }

    /** A condition in SQL that every row fulfils. */
    public static CheckDefinition check(String name, String condition) {
        return new CheckDefinition(name, condition);
    }

    /** No two rows agree in all elements, each a column or SQL expression with its operator: {@code "during WITH &&"}. */
    public static ExclusionDefinition exclusion(String name, String... elements) {
        if (elements.length == 0) {
            throw Refusals.broken(
                    "The exclusion constraint " + name + " excludes nothing.", "Say what: \"during WITH &&\".");
        }
        return new ExclusionDefinition(name, List.of(elements));
    }

    public static IndexDefinition index(String name, String... columns) {
        return index(name, parts(columns));
    }

    public static IndexDefinition index(String name, Index.Part... parts) {
        return new IndexDefinition(name, List.of(parts));
    }

    /** A column of an index in ascending order, where other parts are not plain columns. */
    public static Index.Part asc(String column) {
        return Index.Part.column(column);
    }

    /** A column of an index in descending order. */
    public static Index.Part desc(String column) {
        return new Index.Part(column, false, true, Optional.empty());
    }

    /** A part of an index with nulls in another place than the direction's default. */
    public static Index.Part nulls(Index.Nulls order, Index.Part part) {
        return new Index.Part(part.text(), part.expression(), part.descending(), Optional.of(order));
    }

    /** An SQL expression as part of an index: {@code expression("lower(email)")}. */
    public static Index.Part expression(String sql) {
        return Index.Part.expression(sql);
    }

    /**
     * A part of an index that is searched by another operator class than the type's own:
     * {@code operatorClass("title", "gin_trgm_ops")}.
     *
     * @param part a column or expression as SQL spells it
     */
    public static Index.Part operatorClass(String part, String name) {
        return Index.Part.expression(part + " " + name);
    }

    /** An SQL expression as a value of an inserted row: {@code sql("now()")}. */
    public static Value sql(String expression) {
        return Value.sql(expression);
    }

    /** A type that only this database has, exactly as it spells it. */
    public static Type nativeType(String sql) {
        return new Type.Native(sql);
    }

    public static Type bool() {
        return new Type.Bool();
    }

    public static Type tinyint() {
        return new Type.TinyInt();
    }

    public static Type smallint() {
        return new Type.SmallInt();
    }

    public static Type integer() {
        return new Type.Int();
    }

    public static Type bigint() {
        return new Type.BigInt();
    }

    public static Type numeric() {
        return new Type.Decimal(OptionalInt.empty(), OptionalInt.empty());
    }

    public static Type numeric(int precision) {
        return new Type.Decimal(OptionalInt.of(precision), OptionalInt.empty());
    }

    public static Type numeric(int precision, int scale) {
        return new Type.Decimal(OptionalInt.of(precision), OptionalInt.of(scale));
    }

    public static Type real() {
        return new Type.Real();
    }

    public static Type doublePrecision() {
        return new Type.DoublePrecision();
    }

    public static Type character(int length) {
        return new Type.Char(length);
    }

    public static Type varchar() {
        return new Type.Varchar(OptionalInt.empty());
    }

    public static Type varchar(int length) {
        return new Type.Varchar(OptionalInt.of(length));
    }

    public static Type text() {
        return new Type.Text();
    }

    public static Type binary() {
        return new Type.Binary(OptionalInt.empty());
    }

    public static Type binary(int length) {
        return new Type.Binary(OptionalInt.of(length));
    }

    public static Type date() {
        return new Type.Date();
    }

    public static Type time() {
        return new Type.Time(OptionalInt.empty(), false);
    }

    public static Type time(int precision) {
        return new Type.Time(OptionalInt.of(precision), false);
    }

    public static Type timeWithTimeZone() {
        return new Type.Time(OptionalInt.empty(), true);
    }

    public static Type timeWithTimeZone(int precision) {
        return new Type.Time(OptionalInt.of(precision), true);
    }

    public static Type timestamp() {
        return new Type.Timestamp(OptionalInt.empty(), false);
    }

    public static Type timestamp(int precision) {
        return new Type.Timestamp(OptionalInt.of(precision), false);
    }

    public static Type timestampWithTimeZone() {
        return new Type.Timestamp(OptionalInt.empty(), true);
    }

    public static Type timestampWithTimeZone(int precision) {
        return new Type.Timestamp(OptionalInt.of(precision), true);
    }

    public static Type uuid() {
        return new Type.Uuid();
    }

    public static Type json() {
        return new Type.Json(false);
    }

    public static Type jsonb() {
        return new Type.Json(true);
    }

    public static Type array(Type element) {
        return new Type.Array(element);
    }

    static Index.Part[] parts(String... columns) {
        return List.of(columns).stream().map(Index.Part::column).toArray(Index.Part[]::new);
    }
}
