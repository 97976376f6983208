package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is spoiled; each says which command then meets it. */
enum FuzzKind {
    SQL_FILE {
        @Override
        List<String> prepare(Checkout checkout, String url, Mutator mutator) throws IOException {
            spoil(checkout, "versions/" + mutator.pick(List.of("a1", "a2", "a4")) + ".sql", mutator);
            return mutator.pick(COMMANDS);
        }
    },
    JAVA_FILE {
        @Override
        List<String> prepare(Checkout checkout, String url, Mutator mutator) throws IOException {
            spoil(checkout, "versions/M_a3.java", mutator);
            return mutator.pick(COMMANDS);
        }
    },
    CONFIGURATION {
        @Override
        List<String> prepare(Checkout checkout, String url, Mutator mutator) throws IOException {
            checkout.write("aludel.properties", CONFIGURATION_TEXT);
            spoil(checkout, "aludel.properties", mutator);
            return mutator.pick(READING);
        }
    },
    HISTORY {
        @Override
        List<String> prepare(Checkout checkout, String url, Mutator mutator) throws IOException, SQLException {
            if (mutator.pick(List.of(true, false, false))) {
                checkout.delete("versions/a2.sql").delete("versions/M_a3.java").delete("versions/a4.sql");
            }
            tamper(url, tampering(mutator));
            return mutator.pick(COMMANDS);
        }
    },
    COMMAND_LINE {
        @Override
        List<String> prepare(Checkout checkout, String url, Mutator mutator) {
            List<String> words = mutator.words(WORDS, 4);
            words.add(0, mutator.pick(VERBS));
            if (mutator.pick(List.of(true, false))) {
                int spoiled = mutator.words(words, words.size()).size();
                int index = Math.min(spoiled, words.size() - 1);
                words.set(
                        index,
                        mutator.mutate(words.get(index)).replace('/', '_').replace("sqlite", "x"));
            }
            return words;
        }
    };

    static final String UPGRADE = """
            CREATE TABLE book (id int PRIMARY KEY, title varchar(200) DEFAULT 'a;b', author_id int);
            INSERT INTO author (id, name) VALUES (1, 'O''Neill -- /* ');
            CREATE INDEX ix_book_title ON book (title);""";
    static final String JAVA_TEXT = """
            package versions;

            import dev.aludel.migration.*;
            import static dev.aludel.migration.Columns.*;

            /** Authors have countries. */
            @Revision(id = "a3", down = "a2", created = "2026-03-01T10:22:41Z")
            public class M_a3 implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.addColumn("author", column("country", varchar(2)));
                    op.createIndex("ix_author_country", "author", "country");
                }

                @Override
                public void downgrade(Operations op) {
                    op.dropIndex("ix_author_country", "author");
                    op.dropColumn("author", "country");
                }
            }
            """;
    private static final String CONFIGURATION_TEXT = """
            # the project
            aludel.directory=versions
            aludel.script.format=sql
            aludel.recursive=false
            aludel.user=clerk
            aludel.password=%s
            aludel.file-template=%%{year}_%%{rev}_%%{slug}
            aludel.slug-length=40
            aludel.timezone=Europe/Prague
            aludel.schemas=public
            aludel.include-tables=shop_*
            aludel.history-table=aludel_history
            aludel.lock-timeout=60s
            aludel.statement-timeout=5m
            aludel.on-database-ahead=warn
            aludel.staging.lock-timeout=1s
            """.formatted(Checkout.SECRET);
    private static final List<List<String>> READING = List.of(
            List.of("current", "-v"),
            List.of("history", "-i", "-v"),
            List.of("heads", "--format", "json"),
            List.of("current", "-n", "staging"),
            List.of("plan", "upgrade", "head"),
            List.of("upgrade", "head", "--sql"),
            List.of("upgrade", "+1", "--dry-run"),
            List.of("repair"),
            List.of("log"));
    private static final List<List<String>> COMMANDS = commands();
    private static final List<String> VERBS = List.of(
            "upgrade",
            "upgrade",
            "downgrade",
            "downgrade",
            "stamp",
            "current",
            "history",
            "heads",
            "branches",
            "show",
            "merge",
            "check",
            "ensure-version",
            "plan",
            "diff",
            "log",
            "repair",
            "revision",
            "squash",
            "init",
            "completion",
            "help",
            "");
    private static final List<String> WORDS = List.of(
            "head",
            "heads",
            "base",
            "current",
            "a1",
            "a2",
            "a3",
            "a",
            "-1",
            "+1",
            "+9",
            "a2+1",
            "a1:a3",
            ":",
            "a3@head",
            "upgrade",
            "downgrade",
            "--sql",
            "--dry-run",
            "--format",
            "json",
            "text",
            "sql",
            "-q",
            "-v",
            "-x",
            "k=v",
            "--url",
            "jdbc:postgresql://127.0.0.1:1/x?password=" + Checkout.SECRET,
            "jdbc:nothing:x",
            "--user",
            "--password",
            "",
            "--directory",
            "versions",
            "none",
            "-c",
            "aludel.properties",
            "none.properties",
            "-n",
            "staging",
            "-m",
            "a message",
            "--rev-id",
            "b1",
            "--branch-label",
            "shop",
            "--depends-on",
            "--head",
            "--splice",
            "--autogenerate",
            "--rename",
            "a:b",
            "--fill",
            "author.name='x'",
            "--rebase",
            "--from",
            "--to",
            "empty",
            "migrations",
            "models",
            "--reverse",
            "--purge",
            "--tag",
            "--check-heads",
            "-r",
            "-i",
            "--limit",
            "5",
            "--forget",
            "-y",
            "--help",
            "--version",
            "--",
            "--color",
            "always",
            "--password-stdin",
            "--resolve-dependencies",
            "@",
            "@none",
            "bash");

    private static List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>(READING);
        commands.add(List.of("upgrade", "head", "--dry-run"));
        commands.add(List.of("upgrade", "+1"));
        commands.add(List.of("upgrade", "+1", "--format", "json"));
        commands.add(List.of("downgrade", "-1"));
        commands.add(List.of("downgrade", "a1"));
        commands.add(List.of("downgrade", "base", "--dry-run"));
        commands.add(List.of("stamp", "a4"));
        commands.add(List.of("stamp", "a1", "--purge"));
        commands.add(List.of("repair", "--yes"));
        commands.add(List.of("repair", "--forget", "a2"));
        commands.add(List.of("show", "current"));
        commands.add(List.of("merge", "heads", "-m", "x"));
        return List.copyOf(commands);
    }

    /** Spoils a project, and gives the command line that is run in it. */
    abstract List<String> prepare(Checkout checkout, String url, Mutator mutator) throws IOException, SQLException;

    private static void spoil(Checkout checkout, String file, Mutator mutator) throws IOException {
        Path path = checkout.directory.resolve(file);
        String text = mutator.mutate(Files.readString(path));
        byte[] bytes = mutator.pick(List.of(true, true, true, false))
                ? text.getBytes(StandardCharsets.UTF_8)
                : text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(path, bytes);
    }

    private static List<String> tampering(Mutator mutator) {
        List<String> statements = new ArrayList<>();
        // without constraints, as a table that was filled from a backup may be
        statements.add("CREATE TABLE copied AS SELECT * FROM aludel_history");
        statements.add("DROP TABLE aludel_history");
        statements.add("ALTER TABLE copied RENAME TO aludel_history");
        String column = mutator.pick(List.of(
                "revision",
                "parents",
                "message",
                "checksum",
                "status",
                "applied_by",
                "progress",
                "tool_version",
                "downgrade_sql",
                "status",
                "parents"));
        String value = mutator.pick(List.of(
                "NULL",
                "''",
                "'a2'",
                "'a1'",
                "'zz'",
                "'a2,a1'",
                "',,'",
                "'upgrading'",
                "'downgrading'",
                "'APPLIED'",
                "'head'",
                "'" + "x".repeat(300) + "'",
                "'" + mutator.piece().replace("'", "''").replace("\0", "") + "'"));
        String where = mutator.pick(List.of("", " WHERE revision = 'a1'", " WHERE revision = 'a2'"));
        statements.add("UPDATE aludel_history SET " + column + " = " + value + where);
        statements.add(mutator.pick(List.of(
                "DELETE FROM aludel_history WHERE revision = 'a1'",
                "UPDATE aludel_history SET statements_done = -5",
                "UPDATE aludel_history SET statements_done = 1, statements_total = 7, status = 'upgrading'",
                "UPDATE aludel_history SET statements_done = 0, status = 'downgrading'",
                "UPDATE aludel_history SET applied_at = NULL",
                "UPDATE aludel_history SET duration_ms = NULL, statements_total = NULL",
                "INSERT INTO aludel_history SELECT * FROM aludel_history",
                "UPDATE aludel_history SET parents = 'a2' WHERE revision = 'a1'",
                "ALTER TABLE aludel_history DROP COLUMN progress",
                "ALTER TABLE aludel_history ADD COLUMN more int",
                "DROP TABLE aludel_log",
                "DELETE FROM aludel_log")));
        return statements;
    }

    private static void tamper(String url, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    // PostgreSQL takes no text that is too long for its column: nothing is spoiled then
                    assertThat(refused.getMessage()).contains("too long");
                }
            }
        }
    }
}
