package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the database what it makes of a model's expressions. A table in doubt is created as a temporary one, inspected,
 * and compared with the live table like for like; where both read the same, the model takes over the live spelling.
 * All of it happens in a transaction that is rolled back. Foreign keys stay out, since a temporary table cannot have them.
 */
final class PostgresScratch {
    private final PostgresDialect dialect;
    private final Connection connection;

    PostgresScratch(PostgresDialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    Schema settle(Schema model, Schema live) throws SQLException {
        List<Table> settled = new ArrayList<>();
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            for (Table table : model.tables()) {
                Optional<Table> current = live.findTable(table.name());
                boolean inDoubt = current.isPresent() && isInDoubt(table, current.get());
                settled.add(inDoubt ? settle(table, current.get()) : table);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
        return model.withTables(settled);
    }

    /** Only what the database respells is worth a temporary table: types, expressions, conditions. */
    private static boolean isInDoubt(Table model, Table live) {
        boolean columns = model.columns().stream()
                .anyMatch(column -> live.findColumn(column.name())
                        .filter(other -> !column.type().equals(other.type())
                                || !column.defaultValue().equals(other.defaultValue())
                                || !column.generated().equals(other.generated()))
                        .isPresent());
        boolean checks = model.constraints().stream()
                .anyMatch(constraint ->
                        constraint instanceof Constraint.Check check && !hasCheck(live, check.expression()));
        boolean indexes = model.indexes().stream()
                .anyMatch(index ->
                        index.where().isPresent() || index.parts().stream().anyMatch(Index.Part::expression));
        return columns || checks || indexes;
    }

    private static boolean hasCheck(Table table, String expression) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.Check check
                        && check.expression().equals(expression));
    }

    /** The live spelling of a condition; terms joined by AND may stand in any order. */
    private static Optional<String> findSpelling(Table table, String expression) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(constraint -> ((Constraint.Check) constraint).expression())
                .filter(live -> PostgresExpressions.terms(live).equals(PostgresExpressions.terms(expression)))
                .findFirst();
    }

    private Table settle(Table model, Table live) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        Optional<Table> read = create(probe(model));
        connection.rollback(savepoint);
        return read.map(probe -> respell(
                        model,
                        dialect.normalize(new Schema(List.of(probe), List.of()))
                                .tables()
                                .get(0),
                        live))
                .orElse(model);
    }

    /** The model as a temporary table: numbered names, so that each part is found again, and no references. */
    private static Table probe(Table model) {
        List<Constraint> checks = new ArrayList<>();
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                checks.add(check.withName("aludel_check_" + checks.size()));
            }
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : model.indexes()) {
            indexes.add(index.withName("aludel_index_" + indexes.size()));
        }
        TableName name = TableName.of("pg_temp", "aludel_scratch");
        return new Table(name, model.columns(), checks, indexes, Optional.empty());
    }

    /** What the database made of it; empty when it refuses the table, and then the model speaks for itself. */
    private Optional<Table> create(Table probe) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement each : dialect.render(new CreateTable(probe), TableLookup.none())) {
                statement.execute(each.sql());
            }
            String schema;
            try (ResultSet row = statement.executeQuery(
                    "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()")) {
                row.next();
                schema = row.getString(1);
            }
            return dialect
                    .inspect(connection, new InspectOptions(List.of(schema), java.util.Set.of()))
                    .tables()
                    .stream()
                    .filter(table -> table.name().name().equals(probe.name().name()))
                    .findFirst();
        } catch (SQLException refused) {
            return Optional.empty();
        }
    }

    private static Table respell(Table model, Table probe, Table live) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            Column column = model.columns().get(i);
            Column read = probe.columns().get(i);
            columns.add(live.findColumn(column.name())
                    .map(other -> respell(column, read, other))
                    .orElse(column));
        }
        return model.withColumns(columns)
                .withConstraints(respellChecks(model, probe, live))
                .withIndexes(respellIndexes(model, probe, live));
    }

    private static Column respell(Column model, Column probe, Column live) {
        return model.withType(probe.type().equals(live.type()) ? live.type() : model.type())
                .withDefaultValue(
                        probe.defaultValue().equals(live.defaultValue()) ? live.defaultValue() : model.defaultValue())
                .withGenerated(probe.generated().equals(live.generated()) ? live.generated() : model.generated());
    }

    private static List<Constraint> respellChecks(Table model, Table probe, Table live) {
        List<Constraint> constraints = new ArrayList<>();
        int checks = 0;
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                String read = probe.findConstraint("aludel_check_" + checks++)
                        .map(found -> ((Constraint.Check) found).expression())
                        .orElse(check.expression());
                constraints.add(findSpelling(live, read)
                        .map(spelling -> new Constraint.Check(check.name(), spelling))
                        .orElse(check));
            } else {
                constraints.add(constraint);
            }
        }
        return constraints;
    }

    private static List<Index> respellIndexes(Table model, Table probe, Table live) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < model.indexes().size(); i++) {
            Index index = model.indexes().get(i);
            Index read = probe.findIndex("aludel_index_" + i).orElse(index);
            Index spelled = new Index(index.name(), read.parts(), read.unique(), read.method(), read.where());
            boolean known = live.indexes().stream()
                    .anyMatch(other -> other.parts().equals(spelled.parts())
                            && other.where().equals(spelled.where()));
            indexes.add(known ? spelled : index);
        }
        return indexes;
    }
}
