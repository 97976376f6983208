package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.test.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two states of a schema as SQL: what is drafted from one to the other, rendered and run, gives the other one, by
 * inspection and by the pragmas; the way back gives the first; and the rows survive with their numbers. All of it from both
 * ends, as this version of SQLite does it, and as the older ones do that alter less.
 */
class SqlitePairsTest {

    private record Pair(String name, String before, String rows, String after) {}

    @TestFactory
    Stream<DynamicTest> forwards() throws IOException {
        return DynamicTest.stream(
                pairs().stream(), Pair::name, pair -> migrate(pair.before(), pair.rows(), pair.after(), "3.53.4"));
    }

    @TestFactory
    Stream<DynamicTest> forwardsAsOlderVersionsDo() throws IOException {
        return DynamicTest.stream(
                pairs().stream(), Pair::name, pair -> migrate(pair.before(), pair.rows(), pair.after(), "3.37.0"));
    }

    @TestFactory
    Stream<DynamicTest> backwards() throws IOException {
        return DynamicTest.stream(
                pairs().stream(), Pair::name, pair -> migrate(pair.after(), "", pair.before(), "3.53.4"));
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(SqlitePairsTest.class.getResourceAsStream("pairs.sql"))) {
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

    private static void migrate(String before, String rows, String after, String version) throws SQLException {
        try (SqliteDatabase database = SqliteDatabase.create();
                SqliteDatabase other = SqliteDatabase.create()) {
            database.load(before + rows);
            other.load(after);
            Schema old = normalized(database);
            Schema wanted = normalized(other);
            List<String> oldDump = database.dump();
            List<String> kept = rows(database, rows);
            MigrationDraft draft = MigrationDraft.between(old, wanted, RenameHints.none());
            assertThat(draft.upgrade()).isNotEmpty();

            String up = run(database, draft.upgrade(), version);
            assertThat(database.dump()).as(up).isEqualTo(other.dump());
            assertSettled(normalized(database), wanted, up);
            assertThat(rows(database, rows)).as(up).isEqualTo(kept);

            String down = run(database, draft.downgrade(), version);
            assertThat(database.dump()).as(down).isEqualTo(oldDump);
            assertSettled(normalized(database), old, down);
            assertThat(rows(database, rows)).as(down).isEqualTo(kept);
        }
    }

    /** Columns that come back stand at the end, which no comparison minds. */
    private static void assertSettled(Schema live, Schema wanted, String run) {
        assertThat(MigrationDraft.between(live, wanted, RenameHints.none()).upgrade().stream()
                        .map(Operation::describe))
                .as(run)
                .isEmpty();
    }

    /** How many rows each table has, and the sum of their numbers. */
    private static List<String> rows(SqliteDatabase database, String rows) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String line :
                rows.lines().filter(text -> text.startsWith("insert into")).toList()) {
            String table = line.replaceFirst("insert into (\\S+).*", "$1");
            boolean numbered = database.query("SELECT wr FROM pragma_table_list WHERE name = '" + table + "'")
                    .equals(List.of("0"));
            boolean own = !line.contains("(rowid, oid)");
            found.add(database.query("select count(*) || ' ' || coalesce(sum("
                            + (numbered && own && !line.contains("'x', 1)") ? "rowid" : "0") + "), 0) from " + table)
                    .get(0));
        }
        return found;
    }

    /** As a run does it: each operation sees the tables as they are then. */
    private static String run(SqliteDatabase database, List<Operation> operations, String version) throws SQLException {
        StringBuilder run = new StringBuilder();
        for (Operation operation : operations) {
            for (SqlStatement each : database.dialect().render(operation, live(database.inspect(), version))) {
                run.append(each.sql()).append(";\n");
                try {
                    database.execute(each.sql());
                } catch (SQLException failure) {
                    throw new SQLException(database.dialect().describeFailure(failure) + "\n" + run, failure);
                }
            }
        }
        return run.toString();
    }

    private static TableLookup live(Schema schema, String version) {
        return new TableLookup() {
            @Override
            public Optional<Table> find(TableName name) {
                return schema.findTable(name);
            }

            @Override
            public List<SchemaObject> objects() {
                return schema.objects();
            }

            @Override
            public Optional<String> databaseVersion() {
                return Optional.of(version);
            }
        };
    }

    private static Schema normalized(SqliteDatabase database) throws SQLException {
        Schema found = database.inspect();
        Schema normalized = database.dialect().normalize(found);
        assertThat(database.dialect().normalize(normalized)).isEqualTo(normalized);
        return normalized;
    }
}
