package dev.aludel.dialect.mysql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the server what it makes of a model's expressions. Tables in doubt are created in a database of their own, without
 * their foreign keys, and read back; it is dropped again. Where the user may not create one, the model stays as it is.
 */
final class MySqlScratch {
    private final Connection connection;
    private final Product product;
    private final String database;

    private MySqlScratch(Connection connection, Product product, String database) {
        this.connection = connection;
        this.product = product;
        this.database = database;
    }

    /** Both normalized. Tables that the server refuses stay as the model has them. */
    static Schema settle(Connection connection, Schema model, Schema live, Product product) throws SQLException {
        Schema kept = model.withTables(model.tables().stream()
                .map(table -> live.findTable(table.name())
                        .map(other -> new Unsaid(table, other).kept())
                        .orElse(table))
                .toList());
        List<Table> doubtful = kept.tables().stream()
                .filter(table -> live.findTable(table.name())
                        .filter(other -> Respelling.inDoubt(table, other))
                        .isPresent())
                .toList();
        if (doubtful.isEmpty()) {
            return kept;
        }
        Map<TableName, Table> read = readBack(connection, doubtful, product);
        return kept.withTables(kept.tables().stream()
                .map(table -> Optional.ofNullable(read.get(table.name()))
                        .map(probe -> Respelling.of(
                                table, probe, live.findTable(table.name()).orElse(table)))
                        .map(settled ->
                                new Unsaid(settled, live.findTable(table.name()).orElse(settled)).kept())
                        .orElse(table))
                .toList());
    }

    private static Map<TableName, Table> readBack(Connection connection, List<Table> doubtful, Product product)
            throws SQLException {
        String database;
        try {
            database = MySqlScratchDatabase.create(connection);
        } catch (SQLException mayNot) {
            return Map.of();
        }
        try {
            return new MySqlScratch(connection, product, database).createAndInspect(doubtful);
        } finally {
            MySqlScratchDatabase.drop(connection, database);
        }
    }

    private Map<TableName, Table> createAndInspect(List<Table> doubtful) throws SQLException {
        Map<TableName, TableName> created = new HashMap<>();
        for (Table table : doubtful) {
            TableName probe = TableName.of(database, "t" + created.size());
            if (create(withoutForeignKeys(table).withName(probe))) {
                created.put(probe, table.name());
            }
        }
        Schema probes = MySqlNormalizer.normalize(
                MySqlInspector.inspect(connection, InspectOptions.of(List.of(database))), product);
        Map<TableName, Table> found = new HashMap<>();
        probes.tables()
                .forEach(probe ->
                        Optional.ofNullable(created.get(probe.name())).ifPresent(name -> found.put(name, probe)));
        return found;
    }

    /** Checks have names that hold for a whole database, and so must go without. */
    private static Table withoutForeignKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
                .map(constraint -> constraint instanceof Constraint.Check check
                        ? new Constraint.Check(Optional.empty(), check.expression(), check.qualifiers())
                        : constraint)
                .toList());
    }

    private boolean create(Table probe) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (SqlStatement each : new MySqlRenderer(product, TableLookup.none()).visit(new CreateTable(probe))) {
                statement.execute(each.sql());
            }
            return true;
        } catch (SQLException | AludelException refused) {
            return false;
        }
    }
}
