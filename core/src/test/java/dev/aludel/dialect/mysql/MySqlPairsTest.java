package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Two states of a schema as SQL: what is drafted from one to the other, rendered and run, gives the other one, by
 * inspection and by the server's own SHOW CREATE; the way back gives the first; and the rows survive. All of it from both
 * ends, on each server.
 */
class MySqlPairsTest {

    private record Pair(String name, String before, String rows, String after) {

        /** A title ends with {@code [mysql]} or {@code [mariadb]} where the other does not have the like. */
        boolean isFor(MySqlServer server) {
            return !name.endsWith("]") || name.endsWith(server.isMariaDb() ? "[mariadb]" : "[mysql]");
        }
    }

    @TestFactory
    Stream<DynamicContainer> forwards() throws IOException {
        return onEachServer(server -> pair -> migrate(server, pair.before(), pair.rows(), pair.after()));
    }

    @TestFactory
    Stream<DynamicContainer> backwards() throws IOException {
        return onEachServer(server -> pair -> migrate(server, pair.after(), "", pair.before()));
    }

    private interface Check {
        ThrowingConsumer<Pair> on(MySqlServer server);
    }

    private static Stream<DynamicContainer> onEachServer(Check check) throws IOException {
        List<Pair> pairs = pairs();
        return MySqlServer.available().stream()
                .map(server -> DynamicContainer.dynamicContainer(
                        server.toString(),
                        DynamicTest.stream(
                                pairs.stream().filter(pair -> pair.isFor(server)), Pair::name, check.on(server))));
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(MySqlPairsTest.class.getResourceAsStream("pairs.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = text.strip().split("(?m)^=== ");
            for (int i = 1; i + 2 < parts.length; i += 3) {
                String[] first = parts[i].split("\n", 2);
                pairs.add(new Pair(first[0], first[1], body(parts[i + 1], "rows"), body(parts[i + 2], "new")));
            }
        }
        assertThat(pairs).hasSizeGreaterThan(60);
        return pairs;
    }

    private static String body(String part, String heading) {
        assertThat(part).startsWith(heading + "\n");
        return part.substring(heading.length());
    }

    private static void migrate(MySqlServer server, String before, String rows, String after) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server);
                MySqlDatabase other = MySqlDatabase.create(server);
                Connection connection = database.connect()) {
            database.load(before + rows);
            other.load(after);
            Schema old = inspect(connection, database);
            Schema wanted = inspect(other.connect(), other);
            List<String> oldDump = database.dump();
            List<Long> counts = counts(database, rows);
            MigrationDraft draft = MigrationDraft.between(old, wanted, RenameHints.none());
            assertThat(draft.upgrade()).isNotEmpty();

            String up = run(connection, database.dialect(), draft.upgrade(), old);
            assertThat(database.dump()).as(up).isEqualTo(other.dump());
            assertSettled(inspect(connection, database), wanted, up);
            assertThat(counts(database, rows)).isEqualTo(counts);

            String down = run(connection, database.dialect(), draft.downgrade(), inspect(connection, database));
            assertThat(database.dump()).as(down).isEqualTo(oldDump);
            assertSettled(inspect(connection, database), old, down);
        }
    }

    /** Columns that come back stand at the end, which no comparison minds. */
    private static void assertSettled(Schema live, Schema wanted, String run) {
        assertThat(MigrationDraft.between(live, wanted, RenameHints.none()).upgrade().stream()
                        .map(Operation::describe))
                .as(run)
                .isEmpty();
    }

    private static List<Long> counts(MySqlDatabase database, String rows) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String line :
                rows.lines().filter(text -> text.startsWith("insert into")).toList()) {
            String table = line.replaceFirst("insert into ((?:`[^`]*`|\\S+)).*", "$1");
            counts.add(Long.parseLong(
                    database.query("select count(*) from " + table).get(0)));
        }
        return counts;
    }

    private static String run(Connection connection, Dialect dialect, List<Operation> operations, Schema before)
            throws SQLException {
        StringBuilder run = new StringBuilder();
        Schema state = before;
        for (Operation operation : operations) {
            for (SqlStatement each : dialect.render(operation, TableLookup.of(state))) {
                run.append(each.sql()).append(";\n");
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(each.sql());
                } catch (SQLException failure) {
                    throw new SQLException(dialect.describeFailure(failure) + "\n" + run, failure);
                }
            }
            state = operation.applyTo(state);
        }
        return run.toString();
    }

    private static Schema inspect(Connection connection, MySqlDatabase database) throws SQLException {
        Dialect dialect = database.dialect();
        Schema found = dialect.inspect(connection, InspectOptions.currentSchema());
        assertThat(dialect.normalize(dialect.normalize(found))).isEqualTo(dialect.normalize(found));
        return dialect.normalize(found);
    }
}
