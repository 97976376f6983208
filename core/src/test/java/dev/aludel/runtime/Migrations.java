package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.script.ScriptDirectory;
import dev.aludel.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A directory of migrations that a test writes, and what can be done with it. */
record Migrations(Path directory, Dialect dialect) {
    static final Dialect DIALECT = Dialects.forProduct("PostgreSQL");
    static final HistoryTable TABLES = HistoryTable.standard();
    private static final Timeouts TIMEOUTS = Timeouts.standard().withRun(Duration.ofSeconds(1));

    /** For PostgreSQL. */
    Migrations(Path directory) {
        this(directory, DIALECT);
    }

    Migrations sql(String id, String down, String upgrade, String downgrade) throws IOException {
        Files.writeString(
                directory.resolve(id + ".sql"), """
                -- revision: %s
                -- down:     %s
                -- created:  2026-03-01T10:22:41Z
                -- message:  step %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, down, id, upgrade.strip(), downgrade.strip()));
        return this;
    }

    /** Puts a new SQL migration in the place of itself and of others, as {@code squash} does. */
    Migrations squash(String id, String down, List<String> others, String upgrade, String downgrade)
            throws IOException {
        sql(id, down + "\n-- replaces: " + String.join(", ", others), upgrade, downgrade);
        for (String other : others) {
            Files.delete(directory.resolve(other + ".sql"));
        }
        return this;
    }

    Migrations java(String id, String down, String upgrade, String downgrade) throws IOException {
        String type = "M_" + id;
        Files.writeString(directory.resolve(type + ".java"), """
                package com.example.versions;

                import static dev.aludel.migration.Columns.*;
                import dev.aludel.migration.*;

                /** Step %s. */
                @Revision(id = "%s"%s, created = "2026-03-01T10:22:41Z")
                public final class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                %s
                    }
                }
                """.formatted(
                        id,
                        id,
                        down.isEmpty() ? "" : ", down = \"" + down + "\"",
                        type,
                        upgrade.indent(8).stripTrailing(),
                        downgrade.indent(8).stripTrailing()));
        return this;
    }

    Scripts scripts() {
        String classPath = System.getProperty("java.class.path");
        return new ScriptDirectory(List.of(directory), directory)
                .load(() -> classPath, Migrations.class::getClassLoader);
    }

    Migrator migrator() {
        return migrator(MigrationListener.SILENT);
    }

    Migrator migrator(MigrationListener listener) {
        return new Migrator(scripts(), dialect, TABLES, TIMEOUTS, listener);
    }

    Plan upgrade(Connection connection, String target) throws SQLException {
        return upgrade(connection, target, MigrationListener.SILENT);
    }

    Plan upgrade(Connection connection, String target, MigrationListener listener) throws SQLException {
        return migrator(listener)
                .run(connection, heads -> scripts().graph().upgrade(heads, RevisionTarget.parse(target)));
    }

    Plan downgrade(Connection connection, String target) throws SQLException {
        return downgrade(connection, target, MigrationListener.SILENT);
    }

    Plan downgrade(Connection connection, String target, MigrationListener listener) throws SQLException {
        return migrator(listener)
                .run(connection, heads -> scripts().graph().downgrade(heads, RevisionTarget.parse(target)));
    }

    OfflineScript offline() {
        return new OfflineScript(scripts(), dialect, TABLES, TIMEOUTS.run());
    }

    Plan planUpgrade(String target, String... from) {
        return scripts().graph().upgrade(Heads.of(from), RevisionTarget.parse(target));
    }

    Plan planDowngrade(String target, String... from) {
        return scripts().graph().downgrade(Heads.of(from), RevisionTarget.parse(target));
    }

    /** Everything in a database but for who and when: its schema, the rows of {@code data}, history and log. */
    static String describe(Connection connection, String... data) throws SQLException {
        List<String> parts = new ArrayList<>();
        parts.add(DIALECT.inspect(connection, InspectOptions.currentSchema()).toString());
        for (String query : data) {
            parts.add(query(connection, query).toString());
        }
        if (!query(connection, "SELECT 1 FROM pg_tables WHERE tablename = 'aludel_history'")
                .isEmpty()) {
            parts.addAll(query(
                    connection,
                    "SELECT concat_ws('|', revision, parents, message, checksum, status,"
                            + " statements_done, statements_total, progress, tool_version, downgrade_sql) FROM aludel_history"
                            + " ORDER BY revision"));
            parts.addAll(
                    query(connection, "SELECT concat_ws('|', action, revision, result) FROM aludel_log ORDER BY id"));
        }
        return String.join("\n", parts);
    }

    /** The first column of all rows. */
    static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
