package dev.aludel.autogenerate;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.StepGuard;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out operations as a run does, and remembers what was sent. */
final class SentStatements {
    private final Dialect dialect;
    private final Connection connection;
    private final List<String> sent = new ArrayList<>();

    SentStatements(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    List<String> sent() {
        return sent;
    }

    void note(String what) {
        sent.add("-- " + what);
    }

    /** One transaction where the database can do that. */
    void run(List<Operation> operations) throws SQLException {
        try (StepGuard guard = dialect.guard(connection, operations)) {
            connection.setAutoCommit(!dialect.features().contains(Feature.TRANSACTIONAL_DDL));
            Optional<Schema> known = Optional.empty();
            for (int next = 0; next < operations.size(); ) {
                List<Operation> group = operations.subList(next, groupEnd(operations, next));
                known = run(group, known);
                next += group.size();
            }
            guard.beforeCommit();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } finally {
            end();
        }
    }

    private void end() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is known of the tables afterwards, as a run knows it: nothing where the database had better be asked again. */
    private Optional<Schema> run(List<Operation> group, Optional<Schema> before) throws SQLException {
        Optional<Schema> known = before;
        if (dialect.needsTables(group.get(0)) && known.isEmpty()) {
            known = Optional.of(inspect());
        }
        for (SqlStatement each :
                dialect.renderJoined(group, known.isPresent() ? lookup(known.get()) : TableLookup.none())) {
            send(each);
        }
        return dialect.features().contains(Feature.LOCAL_CATALOGUE) ? Optional.empty() : after(known, group);
    }

    private static Optional<Schema> after(Optional<Schema> before, List<Operation> group) {
        try {
            return before.map(schema -> {
                Schema after = schema;
                for (Operation operation : group) {
                    after = operation.applyTo(after);
                }
                return after;
            });
        } catch (AludelException doesNotFit) {
            return Optional.empty();
        }
    }

    private int groupEnd(List<Operation> operations, int start) {
        int end = start + 1;
        while (end < operations.size()
                && dialect.needsTables(operations.get(end - 1))
                && dialect.needsTables(operations.get(end))
                && dialect.joins(operations.get(end - 1), operations.get(end))) {
            end++;
        }
        return end;
    }

    private void send(SqlStatement statement) throws SQLException {
        if (!statement.transactional() && !connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
            send(statement.sql());
            connection.setAutoCommit(false);
        } else {
            send(statement.sql());
        }
    }

    void send(String sql) throws SQLException {
        sent.add(sql + ";");
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    Schema inspect() throws SQLException {
        return dialect.inspect(connection, InspectOptions.currentSchema());
    }

    private TableLookup lookup(Schema schema) throws SQLException {
        TableLookup known = TableLookup.of(schema);
        Optional<String> version = Optional.of(connection.getMetaData().getDatabaseProductVersion());
        return new TableLookup() {
            @Override
            public Optional<Table> find(TableName name) {
                return known.find(name);
            }

            @Override
            public List<Table> referring(TableName name) {
                return known.referring(name);
            }

            @Override
            public List<SchemaObject> objects() {
                return known.objects();
            }

            @Override
            public Optional<String> databaseVersion() {
                return version;
            }
        };
    }
}
