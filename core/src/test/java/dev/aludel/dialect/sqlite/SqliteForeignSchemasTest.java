package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Change;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.test.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real applications' schemas, where they lie beside the repository ({@code ../shared/schemas}, or the system property
 * {@code aludel.foreign-schemas}): each is split, run, inspected, drafted for an empty database, and reads and dumps the
 * same there. Each of their tables is made anew, and is as it was.
 */
class SqliteForeignSchemasTest {

    @TestFactory
    Stream<DynamicTest> eachReadsTheSameAgain() throws IOException {
        Path folder = Path.of(System.getProperty("aludel.foreign-schemas", "../../shared/schemas"), "sqlite");
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

    private static void readAgain(Path file) throws SQLException, IOException {
        try (SqliteDatabase original = SqliteDatabase.create();
                SqliteDatabase copy = SqliteDatabase.create()) {
            original.load(Files.readString(file).replaceAll("(?mi)^\\s*(COMMIT|BEGIN)( TRANSACTION)?\\s*;", ""));
            Schema found = normalized(original);
            assertThat(found.tables()).isNotEmpty();
            System.out.println(file.getFileName() + ": " + found.tables().size() + " tables");
            List<Operation> operations = SchemaDiff.between(Schema.empty(), found, RenameHints.none());
            for (Operation operation : operations) {
                run(copy, copy.dialect().render(operation, TableLookup.none()));
            }
            assertThat(normalized(copy)).isEqualTo(found);
            assertThat(copy.dump()).isEqualTo(original.dump());
            makeAnew(original, found);
        }
    }

    private static void makeAnew(SqliteDatabase database, Schema before) throws SQLException {
        database.execute("PRAGMA foreign_keys = OFF");
        List<String> dump = database.dump();
        for (Table table : before.tables()) {
            boolean strict = table.options().containsKey("STRICT");
            Operation nothing = new AlterTable(
                    table.name(), Map.of("STRICT", Change.<String>to(strict ? Optional.of("") : Optional.empty())));
            String count = "SELECT count(*) FROM "
                    + database.dialect().quote(table.name().name());
            List<String> rows = database.query(count);
            run(database, database.dialect().render(nothing, TableLookup.of(database.inspect())));
            assertThat(database.query(count)).isEqualTo(rows);
        }
        assertThat(normalized(database)).isEqualTo(before);
        assertThat(database.dump()).isEqualTo(dump);
    }

    private static void run(SqliteDatabase database, List<SqlStatement> statements) throws SQLException {
        for (SqlStatement statement : statements) {
            database.execute(statement.sql());
        }
    }

    private static Schema normalized(SqliteDatabase database) throws SQLException {
        return database.dialect().normalize(database.inspect());
    }
}
