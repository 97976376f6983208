package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.test.H2Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real applications' schemas, where they lie beside the repository ({@code ../shared/schemas}, or the system property
 * {@code aludel.foreign-schemas}): each is split, run, inspected, drafted for an empty database, and reads and dumps the
 * same there.
 */
class H2ForeignSchemasTest {
    private final H2Dialect dialect = new H2Dialect();

    @TestFactory
    Stream<DynamicTest> eachReadsTheSameAgain() throws IOException {
        Path folder = Path.of(System.getProperty("aludel.foreign-schemas", "../../shared/schemas"), "h2");
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: there are no foreign schemas at "
                    + folder.toAbsolutePath().normalize());
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> readAgain(file)));
        }
    }

    private void readAgain(Path file) throws SQLException, IOException {
        try (H2Database original = H2Database.create();
                H2Database copy = H2Database.create()) {
            String sql = Files.readString(file).replaceAll("(?mi)^\\s*COMMIT\\s*;", "");
            for (SqlStatement statement : dialect.split(sql)) {
                original.execute(statement.sql());
            }
            Schema found = inspect(original);
            assertThat(found.tables()).isNotEmpty();
            System.out.println(file.getFileName() + ": " + found.tables().size() + " tables");
            List<Operation> operations = SchemaDiff.between(Schema.empty(), found, RenameHints.none());
            for (Operation operation : operations) {
                for (SqlStatement statement : dialect.render(operation, TableLookup.none())) {
                    copy.execute(statement.sql());
                }
            }
            assertThat(inspect(copy)).isEqualTo(found);
            assertThat(plain(copy)).isEqualTo(plain(original));
        }
    }

    /** A default of null is none. */
    private static List<String> plain(H2Database database) throws SQLException {
        return database.dump().stream()
                .filter(line -> !line.startsWith("INSERT INTO"))
                .map(line -> line.replace(" DEFAULT NULL", ""))
                .sorted()
                .toList();
    }

    private Schema inspect(H2Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
        }
    }
}
