package dev.aludel.dialect.mysql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a schema from INFORMATION_SCHEMA with the queries of {@link MySqlCatalogue}. */
final class MySqlInspector {
    private final Connection connection;
    private final Product product;
    private final CatalogueReader catalogue;

    private MySqlInspector(CatalogueReader catalogue) {
        this.connection = catalogue.connection();
        this.product = catalogue.product();
        this.catalogue = catalogue;
    }

    static Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        String current = currentSchema(connection);
        List<String> schemas = options.schemas().isEmpty() ? List.of(current) : options.schemas();
        CatalogueReader catalogue = new CatalogueReader(connection, Product.of(connection), current, schemas);
        MySqlInspector inspector = new MySqlInspector(catalogue);
        Map<TableName, MySqlTableReader.Header> headers = inspector.headers();
        Schema tables = new Schema(
                inspector.tables(headers).stream()
                        .filter(table -> !options.excluded().contains(table.name()))
                        .toList(),
                inspector.sequences(headers).stream()
                        .filter(sequence -> !options.excluded().contains(sequence.name()))
                        .toList());
        return MySqlObjectInspector.addTo(tables, catalogue);
    }

    /** Empty where the connection has chosen none. */
    static String currentSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MySqlCatalogue.CURRENT_SCHEMA)) {
            return row.next() ? Optional.ofNullable(row.getString(1)).orElse("") : "";
        }
    }

    private Map<TableName, MySqlTableReader.Header> headers() throws SQLException {
        Map<TableName, MySqlTableReader.Header> headers = new TreeMap<>();
        catalogue
                .byName(MySqlCatalogue.TABLES, MySqlTableReader::header)
                .forEach((name, header) -> headers.put(name, header.get(0)));
        return headers;
    }

    private List<Table> tables(Map<TableName, MySqlTableReader.Header> headers) throws SQLException {
        Map<TableName, List<MySqlColumnReader.Row>> columns =
                catalogue.byName(MySqlCatalogue.columns(product), MySqlColumnReader::row);
        Map<TableName, List<MySqlIndexReader.Row>> indexes =
                catalogue.byName(MySqlCatalogue.indexes(product), MySqlIndexReader::row);
        Map<TableName, List<MySqlConstraintReader.Reference>> references = catalogue.byName(
                MySqlCatalogue.FOREIGN_KEYS, row -> MySqlConstraintReader.reference(row, catalogue::name));
        Map<TableName, List<MySqlConstraintReader.Condition>> checks =
                catalogue.byName(MySqlCatalogue.checks(product), row -> MySqlConstraintReader.condition(row, product));
        Map<TableName, List<MySqlPartitions.Row>> partitions =
                catalogue.byName(MySqlCatalogue.PARTITIONS, MySqlPartitions::row);
        List<Table> read = new ArrayList<>();
        headers.forEach((name, header) -> {
            if (header.sequence()) {
                return;
            }
            List<MySqlConstraintReader.Condition> conditions = checks.getOrDefault(name, List.of());
            List<MySqlIndexReader.Row> parts = indexes.getOrDefault(name, List.of());
            MySqlColumnReader reader = new MySqlColumnReader(catalogue, header.collation(), conditions);
            Map<String, String> options = new TreeMap<>(header.options());
            MySqlPartitions.describe(partitions.getOrDefault(name, List.of()))
                    .ifPresent(text -> options.put(MySqlTableOptions.PARTITION_BY, text));
            read.add(Keys.withoutImplied(new Table(
                    name,
                    columns.getOrDefault(name, List.of()).stream()
                            .map(reader::column)
                            .toList(),
                    constraints(parts, references.getOrDefault(name, List.of()), conditions),
                    MySqlIndexReader.indexes(parts, product),
                    header.comment(),
                    options)));
        });
        return read;
    }

    private static List<Constraint> constraints(
            List<MySqlIndexReader.Row> parts,
            List<MySqlConstraintReader.Reference> references,
            List<MySqlConstraintReader.Condition> conditions) {
        List<Constraint> constraints = new ArrayList<>(MySqlIndexReader.keys(parts));
        constraints.addAll(MySqlConstraintReader.foreignKeys(references));
        constraints.addAll(MySqlConstraintReader.checks(conditions));
        return constraints;
    }

    /** One query asks all sequences what they are: each is a table of one row. */
    private List<Sequence> sequences(Map<TableName, MySqlTableReader.Header> headers) throws SQLException {
        String selects = headers.entrySet().stream()
                .filter(entry -> entry.getValue().sequence())
                .map(entry -> MySqlSequenceReader.select(
                        entry.getKey().schema().orElse(catalogue.current()),
                        entry.getKey().name()))
                .collect(Collectors.joining(" UNION ALL "));
        List<Sequence> sequences = new ArrayList<>();
        if (selects.isEmpty()) {
            return sequences;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(selects)) {
            while (row.next()) {
                sequences.add(MySqlSequenceReader.sequence(catalogue.name(row.getString(1), row.getString(2)), row));
            }
        }
        sequences.sort(Comparator.comparing(Sequence::name));
        return sequences;
    }
}
