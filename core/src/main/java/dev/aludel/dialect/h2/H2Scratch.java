package dev.aludel.dialect.h2;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the database what it makes of a model's expressions. Tables that differ are created as temporary ones of this
 * session, with columns and checks alone, and inspected: what the database wrote is what the model means. Nobody else sees
 * them, and they are dropped at once, which commits a transaction that is open.
 */
final class H2Scratch {
    private static final String NAME = "aludel_scratch_";
    private static final String CHECK = "aludel_check_";

    private final Connection connection;
    private final Map<TableName, Table> created = new HashMap<>();

    private H2Scratch(Connection connection) {
        this.connection = connection;
    }

    /** Both normalized. Tables that the database refuses stay as the model has them. */
    static Schema settle(Connection connection, Schema model, Schema live) throws SQLException {
        Schema named = new H2ModelSpelling(H2Names.of(connection), H2NullOrdering.of(connection)).respelled(model);
        List<Table> doubtful = named.tables().stream()
                .filter(table -> live.findTable(table.name())
                        .filter(other -> !spelling(table).equals(spelling(other)))
                        .isPresent())
                .toList();
        if (doubtful.isEmpty()) {
            return named;
        }
        H2Scratch scratch = new H2Scratch(connection);
        Map<TableName, Table> read = scratch.readBack(doubtful);
        return named.withTables(named.tables().stream()
                .map(table -> Optional.ofNullable(read.get(table.name()))
                        .map(probe -> respelled(
                                table, probe, live.findTable(table.name()).orElse(table)))
                        .orElse(table))
                .toList());
    }

    /** What a database respells. */
    private static List<Object> spelling(Table table) {
        return List.of(
                table.columns().stream()
                        .map(column -> List.of(
                                column.name(),
                                column.type(),
                                column.defaultValue(),
                                column.generated(),
                                column.options()))
                        .collect(Collectors.toSet()),
                checks(table).map(Constraint.Check::expression).collect(Collectors.toSet()));
    }

    private static Stream<Constraint.Check> checks(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast);
    }

    private Map<TableName, Table> readBack(List<Table> tables) throws SQLException {
        try {
            for (int number = 0; number < tables.size(); number++) {
                create(tables.get(number), number);
            }
            Map<TableName, Table> probes = new HashMap<>();
            Schema found = H2Normalizer.normalize(new Schema(H2Inspector.temporaryTables(connection), List.of()));
            created.forEach(
                    (scratch, table) -> found.findTable(scratch).ifPresent(probe -> probes.put(table.name(), probe)));
            return probes;
        } finally {
            drop();
        }
    }

    private void create(Table model, int number) throws SQLException {
        TableName name = TableName.of(NAME + number);
        List<String> parts = new ArrayList<>();
        model.columns().forEach(column -> parts.add(H2Columns.definition(plain(column))));
        List<Constraint.Check> checks = checks(model).toList();
        for (int i = 0; i < checks.size(); i++) {
            parts.add("CONSTRAINT " + CHECK + number + "_" + i + " CHECK ("
                    + checks.get(i).expression() + ")");
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("CREATE LOCAL TEMPORARY TABLE " + H2Renderer.CLAUSES.table(name)
                    + parts.stream().collect(Collectors.joining(", ", " (", ") TRANSACTIONAL")));
            created.put(name, model);
        } catch (SQLException refused) {
            // A function, domain or sequence may be missing that the migration to come creates.
        }
    }

    private static Column plain(Column column) {
        return column.withNullable(true)
                .withIdentity(Optional.empty())
                .withCollation(Optional.empty())
                .withComment(Optional.empty());
    }

    private void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (TableName name : created.keySet()) {
                statement.execute("DROP TABLE IF EXISTS " + H2Renderer.CLAUSES.table(name));
            }
        }
    }

    private static String likeLive(String expression, Table live) {
        return checks(live)
                .map(Constraint.Check::expression)
                .filter(other -> H2Expressions.terms(other).equals(H2Expressions.terms(expression)))
                .findFirst()
                .orElse(expression);
    }

    /** The model in the words of the database. */
    private static Table respelled(Table model, Table probe, Table live) {
        List<Constraint> constraints = new ArrayList<>();
        int number = 0;
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                String suffix = "_" + number++;
                constraints.add(checks(probe)
                        .filter(found -> found.name()
                                .filter(name -> name.endsWith(suffix))
                                .isPresent())
                        .findFirst()
                        .map(found -> check.withExpression(likeLive(found.expression(), live)))
                        .orElse(check));
            } else {
                constraints.add(constraint);
            }
        }
        return model.withConstraints(constraints)
                .withColumns(model.columns().stream()
                        .map(column -> probe.findColumn(column.name())
                                .map(found -> column.withType(found.type())
                                        .withDefaultValue(found.defaultValue())
                                        .withGenerated(found.generated())
                                        .withOptions(found.options()))
                                .orElse(column))
                        .toList());
    }
}
