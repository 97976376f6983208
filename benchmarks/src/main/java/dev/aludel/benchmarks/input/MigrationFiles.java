package dev.aludel.benchmarks.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Migrations of one statement each, in the form of every tool: of ten, four create a table, four add a column, two create an
 * index. Each can be undone where a tool keeps that.
 */
public final class MigrationFiles {
    private static final List<String> TYPES = List.of(
            "varchar(100)", "integer", "numeric(12,2)", "timestamp", "boolean", "text", "uuid", "date", "bigint");

    /** One migration before it takes a tool's form. */
    record Change(int number, String name, String upgrade, String downgrade) {}

    private final Random random;
    private final List<Integer> columns = new ArrayList<>();

    private MigrationFiles(long seed) {
        this.random = new Random(seed);
    }

    static List<Change> changes(int count) {
        MigrationFiles files = new MigrationFiles(count);
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            changes.add(files.change(number));
        }
        return changes;
    }

    /** Writes the folders {@code aludel/versions}, {@code versioned} (Flyway, Ebean, raw), {@code liquibase}, {@code mybatis}. */
    public static void write(Path folder, int count) throws IOException {
        List<Change> changes = changes(count);
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        Path mybatis = Files.createDirectories(folder.resolve("mybatis"));
        Files.writeString(mybatis.resolve("0_create_changelog.sql"), MYBATIS_CHANGELOG);
        for (Change change : changes) {
            String number = number(change.number());
            put(folder.resolve("aludel/versions"), number + "_" + change.name() + ".sql", aludel(change));
            put(folder.resolve("versioned"), "V" + number + "__" + change.name() + ".sql", change.upgrade() + ";\n");
            put(
                    mybatis,
                    change.number() + "_" + change.name() + ".sql",
                    "-- // " + change.name() + "\n" + change.upgrade() + ";\n-- //@UNDO\n" + change.downgrade()
                            + ";\n");
            changelog
                    .append("\n--changeset benchmark:")
                    .append(number)
                    .append('\n')
                    .append(change.upgrade())
                    .append(";\n--rollback ")
                    .append(change.downgrade())
                    .append(";\n");
        }
        put(folder.resolve("liquibase"), "changelog.sql", changelog.toString());
    }

    private static final String MYBATIS_CHANGELOG = """
            -- // create changelog
            CREATE TABLE changelog (id numeric(20) PRIMARY KEY, applied_at varchar(25) NOT NULL,
              description varchar(255) NOT NULL);
            -- //@UNDO
            DROP TABLE changelog;
            """;

    private static void put(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    private static String aludel(Change change) {
        String down = change.number() == 1 ? "" : "-- down:     r" + number(change.number() - 1) + "\n";
        return "-- revision: r" + number(change.number()) + "\n" + down
                + "-- created:  2026-01-01T00:00:00Z\n-- message:  " + change.name() + "\n\n-- upgrade\n"
                + change.upgrade() + ";\n\n-- downgrade\n" + change.downgrade() + ";\n";
    }

    private Change change(int number) {
        int kind = columns.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 4) {
            return createTable(number);
        }
        int table = random.nextInt(columns.size());
        return kind < 8 ? addColumn(number, table) : createIndex(number, table);
    }

    private Change createTable(int number) {
        String table = "item_" + columns.size();
        StringBuilder sql = new StringBuilder("CREATE TABLE " + table + " (\n  id bigint PRIMARY KEY");
        for (int column = 1; column <= 5; column++) {
            sql.append(",\n  c").append(column).append(' ').append(type());
            sql.append(random.nextInt(3) == 0 ? " NOT NULL" : "");
        }
        columns.add(5);
        return new Change(number, "create_" + table, sql.append("\n)").toString(), "DROP TABLE " + table);
    }

    private Change addColumn(int number, int table) {
        int column = columns.get(table) + 1;
        columns.set(table, column);
        String alter = "ALTER TABLE item_" + table;
        return new Change(
                number,
                "add_c" + column + "_to_item_" + table,
                alter + " ADD COLUMN c" + column + " " + type(),
                alter + " DROP COLUMN c" + column);
    }

    private Change createIndex(int number, int table) {
        int column = 1 + random.nextInt(columns.get(table));
        String index = "ix_" + number + "_item_" + table;
        return new Change(
                number,
                "index_c" + column + "_of_item_" + table,
                "CREATE INDEX " + index + " ON item_" + table + " (c" + column + ")",
                "DROP INDEX " + index);
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }
}
