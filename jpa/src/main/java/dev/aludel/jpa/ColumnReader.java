package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;

/** Reads one of Hibernate's columns; what a {@code columnDefinition} says counts like the annotations. */
final class ColumnReader {
    private static final String ARRAY = " array";

    private final Metadata metadata;
    private final Dialect dialect;
    private final Names names;
    private final Function<String, Type> typeParser;
    private final boolean notNullAfterGenerated;

    ColumnReader(Metadata metadata, Names names, Function<String, Type> typeParser) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.typeParser = typeParser;
        this.notNullAfterGenerated = notNullAfterGenerated(dialect);
    }

    /** Hibernate 7 leaves {@code not null} out where the database does not allow it; 6.6 cannot be asked and never does. */
    private static boolean notNullAfterGenerated(Dialect dialect) {
        try {
            return (boolean)
                    Dialect.class.getMethod("supportsNotNullAfterGeneratedAs").invoke(dialect);
        } catch (ReflectiveOperationException olderHibernate) {
            return true;
        }
    }

    /** The column's type, and whatever else stands in its {@code columnDefinition}. */
    ColumnDefinition definition(Table table, org.hibernate.mapping.Column column) {
        try {
            return ColumnDefinition.parse(column.getSqlType(metadata));
        } catch (HibernateException failure) {
            throw AludelException.of(
                            ErrorCode.MODEL_REFUSED,
                            "Hibernate knows no SQL type for the column " + table.getName() + "." + column.getName()
                                    + ": " + failure.getMessage(),
                            failure)
                    .at(table.getName() + "." + column.getName())
                    .remedy("Give the attribute a type that this database has, for example with @JdbcTypeCode or"
                            + " @Column(columnDefinition = \"…\").");
        }
    }

    Column read(Table table, org.hibernate.mapping.Column column, ColumnDefinition definition) {
        boolean notNullOmitted = column.getGeneratedAs() != null && !notNullAfterGenerated;
        boolean isKey = table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column);
        Optional<Identity> identity = column.isIdentity() ? Optional.of(Identity.byDefault()) : definition.identity();
        return new Column(
                names.of(column),
                type(definition.type()),
                (column.isNullable() || notNullOmitted) && !definition.notNull() && !isKey && identity.isEmpty(),
                Optional.ofNullable(column.getDefaultValue())
                        .or(definition::defaultValue)
                        .map(DefaultValue::new),
                identity,
                Optional.ofNullable(column.getGeneratedAs())
                        .map(this::generated)
                        .or(definition::generated),
                Optional.ofNullable(column.getCollation()).or(definition::collation),
                Optional.ofNullable(column.getComment()).or(definition::comment));
    }

    private Type type(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(ARRAY)
                ? new Type.Array(type(text.substring(0, text.length() - ARRAY.length())))
                : typeParser.apply(text);
    }

    private Generated generated(String expression) {
        boolean stored =
                dialect.generatedAs(expression).toLowerCase(Locale.ROOT).contains("stored");
        return new Generated(expression, stored);
    }
}
