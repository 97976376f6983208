package dev.aludel.jpa;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitUniqueKeyNameSource;

/**
 * Names the constraints and indexes that a model leaves without a name after table and columns, where Hibernate's own
 * strategies take a hash.
 */
public final class ReadableNames extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1;

    @Override
    public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
        return name("fkey", source.getUserProvidedIdentifier(), source.getTableName(), source.getColumnNames());
    }

    @Override
    public Identifier determineUniqueKeyName(ImplicitUniqueKeyNameSource source) {
        return name("key", source.getUserProvidedIdentifier(), source.getTableName(), source.getColumnNames());
    }

    @Override
    public Identifier determineIndexName(ImplicitIndexNameSource source) {
        return name("idx", source.getUserProvidedIdentifier(), source.getTableName(), source.getColumnNames());
    }

    private static Identifier name(String suffix, Identifier given, Identifier table, List<Identifier> columns) {
        return given != null
                ? given
                : Identifier.toIdentifier(Stream.concat(Stream.of(table), columns.stream())
                        .map(Identifier::getText)
                        .collect(Collectors.joining("_", "", "_" + suffix)));
    }
}
