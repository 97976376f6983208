package dev.aludel.jpa;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Reads Hibernate's complete metadata into a {@link Schema}; tables and sequences are sorted by name. */
final class SchemaReader {
    private final Names names;
    private final TableReader tableReader;

    private SchemaReader(Metadata metadata, Names names, Function<String, Type> typeParser) {
        JdbcEnvironment environment = metadata.getDatabase().getJdbcEnvironment();
        this.names = names;
        this.tableReader = new TableReader(
                names,
                new ColumnReader(metadata, names, typeParser),
                new ConstraintReader(names, environment.getDialect()),
                DeclaredOrder.of(metadata));
    }

    /** The schema that this metadata wants on a database of this product. */
    static OfflineBoot.Model read(Metadata metadata, String databaseProduct, Map<String, Object> settings) {
        Optional<String> defaultSchema =
                Optional.ofNullable(settings.get("hibernate.default_schema")).map(Object::toString);
        Dialect dialect = Dialects.forProduct(databaseProduct);
        Names names = new Names(metadata.getDatabase().getJdbcEnvironment(), defaultSchema, dialect);
        return new SchemaReader(metadata, names, dialect::parseType).read(metadata);
    }

    private OfflineBoot.Model read(Metadata metadata) {
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getTables().stream()
                    .filter(table -> table.isPhysicalTable() && !table.isView())
                    .map(tableReader::read)
                    .forEach(tables::add);
            namespace.getSequences().forEach(sequence -> sequences.add(read(sequence)));
        }
        tables.sort(Comparator.comparing(Table::name));
        sequences.sort(Comparator.comparing(Sequence::name));
        List<TableName> all = Stream.concat(
                        tables.stream().map(Table::name), sequences.stream().map(Sequence::name))
                .toList();
        Schema schema = new Schema(tables, sequences).withObjects(new ObjectReader(names).read(metadata, all));
        return new OfflineBoot.Model(
                schema,
                new CounterReader(names).read(metadata),
                FormerNameReader.read(metadata, names),
                workTables(metadata));
    }

    /** Named as Hibernate's {@code TemporaryTable} does, which on SQLite are tables like any other. */
    private Set<TableName> workTables(Metadata metadata) {
        return metadata.collectTableMappings().stream()
                .map(names::of)
                .flatMap(name -> Stream.of("HT_", "HTE_").map(prefix -> name.withName(prefix + name.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Sequence read(org.hibernate.boot.model.relational.Sequence sequence) {
        var name = sequence.getName();
        return new Sequence(
                names.of(name.getCatalogName(), name.getSchemaName(), name.getSequenceName()),
                sequence.getInitialValue(),
                sequence.getIncrementSize());
    }
}
