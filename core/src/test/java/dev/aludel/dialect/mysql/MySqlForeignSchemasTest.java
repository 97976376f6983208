package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real applications' schemas, where they lie beside the repository ({@code ../shared/schemas}, or the system property
 * {@code aludel.foreign-schemas}): each is split, run, inspected, drafted for an empty database, and there SHOW CREATE says
 * the same again.
 */
class MySqlForeignSchemasTest {
    /** Sequences, and defaults of texts that MySQL wants in parentheses. */
    private static final Set<String> ONLY_MARIADB = Set.of("fineract_tenant.sql", "spring_batch_mariadb.sql");

    /** What a migration does not contain, and what leaves the database of the test. */
    private static final String ELSEWHERE = "(?mi)^\\s*(COMMIT|USE|(CREATE|DROP) (DATABASE|SCHEMA))\\b[^;]*;";

    @TestFactory
    Stream<DynamicTest> eachReadsTheSameAgain() throws IOException {
        Path folder = Path.of(System.getProperty("aludel.foreign-schemas", "../../shared/schemas"), "mysql");
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: there are no foreign schemas at "
                    + folder.toAbsolutePath().normalize());
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            return MySqlServer.available().stream()
                    .flatMap(server -> scripts.stream()
                            .filter(file -> isFor(file, server))
                            .map(file -> DynamicTest.dynamicTest(
                                    file.getFileName() + " on " + server, () -> readAgain(file, server))));
        }
    }

    private static boolean isFor(Path file, MySqlServer server) {
        return server.isMariaDb() || !ONLY_MARIADB.contains(file.getFileName().toString());
    }

    private void readAgain(Path file, MySqlServer server) throws SQLException, IOException {
        try (MySqlDatabase original = MySqlDatabase.create(server);
                MySqlDatabase copy = MySqlDatabase.create(server)) {
            original.load(Files.readString(file).replaceAll(ELSEWHERE, "").replace("sakila.", ""));
            Schema found = inspect(original);
            assertThat(found.tables()).isNotEmpty();
            System.out.println(
                    file.getFileName() + " on " + server + ": " + found.tables().size() + " tables");
            assertThat(SchemaDiff.between(found, found, RenameHints.none())).isEmpty();
            run(copy, SchemaDiff.between(Schema.empty(), found, RenameHints.none()));
            assertThat(inspect(copy)).isEqualTo(found);
            assertThat(plain(copy)).containsExactlyInAnyOrderElementsOf(plain(original));
        }
    }

    /** Without what is the server's own choice as well, and the character set that a view's string says. */
    private static List<String> plain(MySqlDatabase database) throws SQLException {
        return database.dump().stream()
                .map(line -> line.replaceAll(" ON (DELETE|UPDATE) (NO ACTION|RESTRICT)| USING BTREE|_utf8mb3(?=')", ""))
                .toList();
    }

    private static void run(MySqlDatabase database, List<Operation> operations) throws SQLException {
        Dialect dialect = database.dialect();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            Schema state = Schema.empty();
            for (Operation operation : operations) {
                for (SqlStatement each : dialect.render(operation, TableLookup.of(state))) {
                    statement.execute(each.sql());
                }
                state = operation.applyTo(state);
            }
        }
    }

    private static Schema inspect(MySqlDatabase database) throws SQLException {
        Dialect dialect = database.dialect();
        try (Connection connection = database.connect()) {
            return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
        }
    }
}
