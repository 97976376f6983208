package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.test.H2Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two states of a schema as SQL: what is drafted from one to the other, rendered and run, gives the other one, by
 * inspection and by the database's own dump; the way back gives the first; and the rows survive. All of it from both ends.
 */
class H2PairsTest {
    private static final InspectOptions SCHEMAS = InspectOptions.of(List.of("public", "sales"));

    private final H2Dialect dialect = new H2Dialect();

    /** What the triggers of some pairs call. */
    public static final class Nothing implements Trigger {
        @Override
        public void fire(Connection connection, Object[] oldRow, Object[] newRow) {}
    }

    private record Pair(String name, String before, String rows, String after) {}

    @TestFactory
    Stream<DynamicTest> forwards() throws IOException {
        return pairs().stream()
                .map(pair ->
                        DynamicTest.dynamicTest(pair.name(), () -> migrate(pair.before(), pair.rows(), pair.after())));
    }

    @TestFactory
    Stream<DynamicTest> backwards() throws IOException {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> migrate(pair.after(), "", pair.before())));
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(H2PairsTest.class.getResourceAsStream("pairs.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = text.strip().split("(?m)^=== ");
            for (int i = 1; i + 2 < parts.length; i += 3) {
                String[] first = parts[i].split("\n", 2);
                pairs.add(new Pair(first[0], first[1], body(parts[i + 1], "rows"), body(parts[i + 2], "new")));
            }
        }
        assertThat(pairs).hasSizeGreaterThan(40);
        return pairs;
    }

    private static String body(String part, String heading) {
        assertThat(part).startsWith(heading + "\n");
        return part.substring(heading.length());
    }

    private void migrate(String before, String rows, String after) throws SQLException {
        try (H2Database database = H2Database.create();
                H2Database other = H2Database.create()) {
            database.execute(before + rows);
            other.execute(after);
            Schema old = inspect(database);
            Schema wanted = inspect(other);
            List<String> oldDump = database.dump();
            List<Long> counts = counts(database, rows);
            MigrationDraft draft =
                    MigrationDraft.between(dialect.normalize(old), dialect.normalize(wanted), RenameHints.none());

            List<String> up = run(database, draft.upgrade());
            assertThat(inspect(database)).as(String.join("\n", up)).isEqualTo(wanted);
            assertThat(database.dump()).as(String.join("\n", up)).isEqualTo(other.dump());
            assertThat(counts(database, rows)).isEqualTo(counts);
            assertThat(draft.upgrade().stream().map(Operation::describe))
                    .as("a table that stays is not dropped")
                    .noneMatch(text -> text.startsWith("drop table")
                            && draft.upgrade().stream()
                                    .anyMatch(each -> each.describe().equals(text.replace("drop", "create"))));

            List<String> down = run(database, draft.downgrade());
            assertThat(sorted(inspect(database))).as(String.join("\n", down)).isEqualTo(sorted(old));
            assertThat(sorted(database.dump())).as(String.join("\n", down)).isEqualTo(sorted(oldDump));
        }
    }

    /** Columns that come back stand at the end, in whichever order. */
    private static Schema sorted(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList()))
                .toList());
    }

    private static List<String> sorted(List<String> dump) {
        return dump.stream()
                .map(line -> line.startsWith("CREATE MEMORY TABLE")
                        ? Stream.of(line.split("[ ,]+")).sorted().toList().toString()
                        : line)
                .toList();
    }

    private static List<Long> counts(H2Database database, String rows) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String line :
                rows.lines().filter(text -> text.startsWith("insert into")).toList()) {
            String table = line.replaceFirst("insert into ((?:\"[^\"]*\"|\\S+)).*", "$1");
            counts.add(Long.parseLong(
                    database.query("select count(*) from " + table).get(0)));
        }
        return counts;
    }

    private List<String> run(H2Database database, List<Operation> operations) throws SQLException {
        List<String> run = new ArrayList<>();
        for (Operation operation : operations) {
            for (SqlStatement statement : dialect.render(operation, TableLookup.none())) {
                run.add(statement.sql());
                try {
                    database.execute(statement.sql());
                } catch (SQLException failure) {
                    throw new SQLException(dialect.describeFailure(failure) + "\n" + String.join("\n", run), failure);
                }
            }
        }
        return run;
    }

    private Schema inspect(H2Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            Schema found = dialect.inspect(connection, SCHEMAS);
            assertThat(dialect.normalize(dialect.normalize(found))).isEqualTo(dialect.normalize(found));
            return dialect.normalize(found);
        }
    }
}
