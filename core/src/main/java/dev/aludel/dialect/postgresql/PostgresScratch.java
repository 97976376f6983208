package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the database what it makes of a model's expressions. Tables in doubt are created as temporary ones, inspected in
 * portions, and compared with the live tables like for like: where both read the same, the model takes over the live
 * spelling. All of it happens in a transaction that is rolled back, or up to a savepoint where one is open already.
 */
final class PostgresScratch {

    /** Each temporary table takes some locks until the rollback; the server's lock table has room for 6,400 by default. */
    private static final int PORTION = 100;

    private final Connection connection;

    private PostgresScratch(Connection connection) {
        this.connection = connection;
    }

    /** Both normalized. Tables that the database refuses stay as the model has them. */
    static Schema settle(Connection connection, Schema model, Schema live) throws SQLException {
        Map<Table, Table> doubtful = new HashMap<>();
        for (Table table : model.tables()) {
            live.findTable(table.name())
                    .filter(other -> ScratchTable.inDoubt(table, other))
                    .ifPresent(other -> doubtful.put(table, other));
        }
        if (doubtful.isEmpty()) {
            return model;
        }
        Map<Table, Table> settled = new PostgresScratch(connection).settle(doubtful);
        return model.withTables(model.tables().stream()
                .map(table -> settled.getOrDefault(table, table))
                .toList());
    }

    private Map<Table, Table> settle(Map<Table, Table> doubtful) throws SQLException {
        Map<Table, Table> settled = new HashMap<>();
        List<Table> models = List.copyOf(doubtful.keySet());
        for (int start = 0; start < models.size(); start += PORTION) {
            List<Table> portion = models.subList(start, Math.min(models.size(), start + PORTION));
            Map<Table, Table> read = readBack(portion);
            read.forEach((table, probe) ->
                    settled.put(table, ScratchTable.respelled(table, probe, doubtful.getOrDefault(table, table))));
        }
        return settled;
    }

    private Map<Table, Table> readBack(List<Table> portion) throws SQLException {
        boolean ownTransaction = connection.getAutoCommit();
        if (ownTransaction) {
            connection.setAutoCommit(false);
        }
        try {
            Savepoint start = connection.setSavepoint();
            try {
                return createAndInspect(portion);
            } finally {
                connection.rollback(start);
            }
        } finally {
            if (ownTransaction) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Map<Table, Table> createAndInspect(List<Table> portion) throws SQLException {
        List<Table> created = new ArrayList<>();
        for (Table table : portion) {
            if (create(ScratchTable.of(table, created.size()))) {
                created.add(table);
            }
        }
        Schema read = new Schema(PostgresInspector.temporaryTables(connection), List.of());
        Schema probes = PostgresNormalizer.normalize(read);
        Map<Table, Table> found = new HashMap<>();
        for (int number = 0; number < created.size(); number++) {
            Table model = created.get(number);
            probes.findTable(ScratchTable.inspectedName(number)).ifPresent(probe -> found.put(model, probe));
        }
        return found;
    }

    /** False where the database refuses it, for example for a type that is yet to be created. */
    private boolean create(Table probe) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement each : new PostgresRenderer(TableLookup.none()).visit(new CreateTable(probe))) {
                statement.execute(each.sql());
            }
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException refused) {
            connection.rollback(before);
            return false;
        }
    }
}
