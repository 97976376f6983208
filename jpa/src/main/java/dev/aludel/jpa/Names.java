package dev.aludel.jpa;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.schema.TableName;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Spells Hibernate's names as the dialect does those that the database stores: quoted ones exactly, others in the database's
 * own case. A table
 * that names no schema is in {@code hibernate.default_schema}, and one in {@code public} is in the default schema.
 */
final class Names {
    /** What Hibernate makes up for a constraint without a name: a prefix and a hash of table and columns. */
    private static final Pattern MADE_UP =
            Pattern.compile("(?:FK|UK|IDX?|CK)_?[0-9a-z]{16,}", Pattern.CASE_INSENSITIVE);

    private final IdentifierHelper identifiers;
    private final NameQualifierSupport qualifiers;
    private final Optional<Identifier> defaultSchema;
    private final Dialect dialect;

    Names(JdbcEnvironment environment, Optional<String> defaultSchema, Dialect dialect) {
        NameQualifierSupport ofDialect = environment.getDialect().getNameQualifierSupport();
        this.identifiers = environment.getIdentifierHelper();
        this.qualifiers = ofDialect == null ? NameQualifierSupport.SCHEMA : ofDialect;
        this.dialect = dialect;
        this.defaultSchema = defaultSchema.map(Identifier::toIdentifier);
    }

    /** Hibernate guesses how a database without a connection stores names, and for SQLite guesses wrong. */
    String of(Identifier name) {
        return dialect.features().contains(Feature.NAMES_AS_WRITTEN)
                ? dialect.name(name.getText())
                : dialect.name(identifiers.toMetaDataObjectName(name));
    }

    String of(Column column) {
        return of(Identifier.toIdentifier(column.getName(), column.isQuoted()));
    }

    TableName of(Table table) {
        return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    TableName of(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier name) {
        Optional<Identifier> qualifier = qualifiers.supportsSchemas()
                ? Optional.ofNullable(schema).or(() -> defaultSchema)
                : Optional.ofNullable(catalog).filter(present -> qualifiers.supportsCatalogs());
        return new TableName(qualifier.map(this::of).filter(Predicate.not("public"::equalsIgnoreCase)), of(name));
    }

    /** What Hibernate writes its own statements with. */
    static SqlStringGenerationContext context(Database database) {
        return SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
    }

    /** Whether what qualifies a name is a schema, and not another database of the server. */
    boolean supportsSchemas() {
        return qualifiers.supportsSchemas();
    }

    /** The name of a constraint or index that the model gives; empty when Hibernate made it up. */
    Optional<String> given(@Nullable String name) {
        return Stream.ofNullable(name)
                .filter(text -> !text.isEmpty())
                .map(Identifier::toIdentifier)
                .filter(given -> !MADE_UP.matcher(given.getText()).matches())
                .map(this::of)
                .findFirst();
    }
}
