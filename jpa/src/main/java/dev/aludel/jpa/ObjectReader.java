package dev.aludel.jpa;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;

/**
 * Reads what stands beside tables: their schemas, the types that named enums are, and views. Hibernate knows such a type
 * only as the statement that creates it; the casts that it creates with one are passed over.
 */
final class ObjectReader {
    private static final Pattern ENUM =
            Pattern.compile("create type (\\S+) as enum ?\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DOMAIN =
            Pattern.compile("create domain (\\S+) as .*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");

    private final Names names;

    ObjectReader(Names names) {
        this.names = names;
    }

    /** @param tables names of tables and sequences */
    List<SchemaObject> read(Metadata metadata, Collection<TableName> tables) {
        return Stream.of(schemas(tables), types(metadata), views(metadata))
                .flatMap(objects -> objects)
                .toList();
    }

    private Stream<SchemaObject> views(Metadata metadata) {
        return metadata.collectTableMappings().stream()
                .filter(Table::isView)
                .map(view -> SchemaObject.view(names.of(view), view.getViewQuery()));
    }

    private Stream<SchemaObject> schemas(Collection<TableName> tables) {
        return tables.stream()
                .filter(table -> names.supportsSchemas())
                .flatMap(table -> table.schema().stream())
                .distinct()
                .sorted()
                .map(name -> SchemaObject.of(
                        ObjectName.of(ObjectName.Kind.SCHEMA, name), new SchemaObject.Name(Optional.empty())));
    }

    private Stream<SchemaObject> types(Metadata metadata) {
        Database database = metadata.getDatabase();
        SqlStringGenerationContext context = Names.context(database);
        return database.getAuxiliaryDatabaseObjects().stream()
                .filter(object -> object.appliesToDialect(database.getDialect()))
                .flatMap(object -> Arrays.stream(object.sqlCreateStrings(context)))
                .flatMap(statement -> type(statement).stream());
    }

    private Optional<SchemaObject> type(String statement) {
        Matcher enumType = ENUM.matcher(statement);
        if (enumType.matches()) {
            List<String> words = WORD.matcher(enumType.group(2))
                    .results()
                    .map(word -> word.group(1).replace("''", "'"))
                    .toList();
            return Optional.of(SchemaObject.enumType(name(enumType.group(1)), words));
        }
        Matcher domain = DOMAIN.matcher(statement);
        return domain.matches()
                ? Optional.of(SchemaObject.of(
                        ObjectName.of(ObjectName.Kind.DOMAIN, name(domain.group(1))),
                        new SchemaObject.Statement(statement)))
                : Optional.empty();
    }

    private TableName name(String text) {
        return names.of(null, null, Identifier.toIdentifier(text));
    }
}
