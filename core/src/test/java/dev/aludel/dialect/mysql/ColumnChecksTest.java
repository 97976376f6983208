package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.Adoption;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.servers.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that stand at a column, as MariaDB keeps them, and those of models, which stand at the table. */
class ColumnChecksTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Stream<MySqlServer> servers() {
        return MySqlServer.available().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theOrderOfConditionsSaysNothing(MySqlServer server) throws SQLException {
        try (Connection connection = connect(server)) {
            execute(connection, "create table hall (place integer check ((place <= 9) and (place >= 1)))");

            assertThat(differences(connection, "(place >= 1) and (place <= 9)")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatTheModelNoLongerChecksIsNoLongerChecked(MySqlServer server) throws SQLException {
        try (Connection connection = connect(server)) {
            execute(connection, "create table hall (place integer check (place between 0 and 3))");
            for (Operation operation : differences(connection, "place between 0 and 4")) {
                Dialect dialect = dialect(connection);
                for (SqlStatement each : dialect.render(operation, TableLookup.of(live(connection)))) {
                    execute(connection, each.sql());
                }
            }
            execute(connection, "insert into hall values (4)");

            assertThat(differences(connection, "place between 0 and 4")).isEmpty();
        }
    }

    private static List<Operation> differences(Connection connection, String condition) throws SQLException {
        Table table = new Table(
                TableName.of("hall"),
                List.of(column("place")),
                List.of(new Constraint.Check(Optional.empty(), condition)),
                List.of(),
                Optional.empty(),
                Map.of());
        Dialect dialect = dialect(connection);
        Schema live = live(connection);
        Schema model = dialect.normalize(new Schema(List.of(table), List.of()));
        return SchemaDiff.between(live, Adoption.of(dialect.settle(connection, model, live), live), RenameHints.none());
    }

    private static Column column(String name) {
        return new Column(
                name,
                new Type.Int(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Schema live(Connection connection) throws SQLException {
        Dialect dialect = dialect(connection);
        return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return Dialects.forProduct(connection.getMetaData().getDatabaseProductName());
    }

    private static Connection connect(MySqlServer server) throws SQLException {
        String database = "column_checks_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.url(""))) {
            execute(connection, "create database " + database);
        }
        return DriverManager.getConnection(server.url(database));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
