package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would run, told and scripted: {@code plan}, {@code --dry-run}, {@code --sql}. */
class PlanTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        project.migration(
                "bbbb1111",
                "aaaa1111",
                "ALTER TABLE author ADD COLUMN email varchar(255);",
                "ALTER TABLE author DROP COLUMN email;");
        project.migration(
                "cccc1111",
                "bbbb1111",
                "CREATE INDEX CONCURRENTLY ix_email ON author (email);",
                "DROP INDEX CONCURRENTLY ix_email;");
    }

    @Test
    void saysWhatAnUpgradeWouldDoAndDoesNothing() throws Exception {
        assertThat(project.run("upgrade", "aaaa1111").exitCode()).isZero();
        String expected = """
                upgrade aaaa1111 -> bbbb1111, change bbbb1111   (versions/bbbb1111.sql)
                    ALTER TABLE author ADD COLUMN email varchar(255);
                    -- ACCESS EXCLUSIVE on author
                upgrade bbbb1111 -> cccc1111, change cccc1111   (versions/cccc1111.sql)
                    -- outside a transaction
                    CREATE INDEX CONCURRENTLY ix_email ON author (email);
                    -- SHARE UPDATE EXCLUSIVE on author, reads the whole table
                Nothing was run. The database would be at cccc1111.
                """;
        assertThat(project.run("plan", "upgrade", "head").out()).isEqualTo(expected);
        assertThat(project.run("upgrade", "head", "--dry-run").out()).isEqualTo(expected);
        assertThat(project.run("current").out()).startsWith("aaaa1111");
    }

    @Test
    void saysWhatADowngradeWouldDestroy() {
        assertThat(project.run("upgrade", "bbbb1111").exitCode()).isZero();
        String expected = """
                downgrade bbbb1111 -> aaaa1111, change bbbb1111   (versions/bbbb1111.sql)
                    ALTER TABLE author DROP COLUMN email;
                    -- ACCESS EXCLUSIVE on author, destructive
                Nothing was run. The database would be at aaaa1111.
                """;
        assertThat(project.run("plan", "downgrade", "-1").out()).isEqualTo(expected);
        assertThat(project.run("downgrade", "-1", "--dry-run").out()).isEqualTo(expected);
        assertThat(project.run("plan", "stamp", "head").out())
                .startsWith("stamp bbbb1111 -> cccc1111\nNothing was run.");
        assertThat(project.run("plan", "upgrade", "bbbb1111").out())
                .isEqualTo("Nothing to do: the database is at bbbb1111.\n");
    }

    @Test
    void needsNoDatabaseWithPretendedRows() {
        project.environment.put("ALUDEL_URL", "jdbc:postgresql://localhost:1/nowhere");
        JsonObject plan = JsonParser.parseString(
                        project.run("plan", "upgrade", "heads", "--from", "aaaa", "--format", "json")
                                .out())
                .getAsJsonObject();
        assertThat(plan.get("command").getAsString()).isEqualTo("upgrade");
        assertThat(plan.get("from").toString()).isEqualTo("[\"aaaa1111\"]");
        assertThat(plan.get("to").toString()).isEqualTo("[\"cccc1111\"]");
        JsonObject step = plan.getAsJsonArray("steps").get(0).getAsJsonObject();
        assertThat(step.get("kind").getAsString()).isEqualTo("upgrade");
        assertThat(step.get("heads_after").toString()).isEqualTo("[\"bbbb1111\"]");
        assertThat(step.get("insert").toString()).isEqualTo("[\"bbbb1111\"]");
        assertThat(step.get("delete").toString()).isEqualTo("[\"aaaa1111\"]");
        JsonObject statement = step.getAsJsonArray("statements").get(0).getAsJsonObject();
        assertThat(statement.get("lock").getAsString()).isEqualTo("ACCESS EXCLUSIVE on author");
        assertThat(statement.get("rewrite").getAsBoolean()).isFalse();
        assertThat(statement.get("transactional").getAsBoolean()).isTrue();

        assertThat(project.run("plan", "downgrade", "base", "--from", "bbbb1111")
                        .out())
                .contains("downgrade bbbb1111 -> aaaa1111", "downgrade aaaa1111 -> base");
        assertThat(project.run("plan", "upgrade", "head", "--from", "base").out())
                .startsWith("upgrade base -> aaaa1111");
        assertThat(project.run("plan", "upgrade", "head", "--from", "").out()).startsWith("upgrade base -> aaaa1111");
        assertThat(project.run("plan", "upgrade", "head", "--from", "ffff9999").exitCode())
                .isEqualTo(5);
        assertThat(project.run("plan", "upgrade", "head", "and", "more").err())
                .startsWith("CFG-006  There is one argument too many: 'and'.");
        assertThat(project.run("plan", "frobnicate", "head").exitCode()).isEqualTo(2);
    }

    @Test
    void aScriptBringsADatabaseToTheSamePlace() throws Exception {
        String script = project.run("upgrade", "--sql", "bbbb1111").out();
        assertThat(script).startsWith("-- Made by Aludel").contains("from base to bbbb1111");
        assertThat(project.tables()).isEmpty();
        execute(script);
        assertThat(project.tables()).containsExactly("aludel_history", "aludel_log", "author");
        assertThat(project.run("current").out()).isEqualTo("bbbb1111, change bbbb1111\n");

        execute(project.run("downgrade", "--sql", "bbbb1111:aaaa1111").out());
        assertThat(project.run("current").out()).isEqualTo("aaaa1111, change aaaa1111\n");

        execute(project.run("stamp", "--sql", "aaaa1111:bbbb1111", "--tag", "by hand")
                .out());
        assertThat(project.query("SELECT detail FROM aludel_log WHERE action = 'stamp'"))
                .containsExactly("SQL script; tag: by hand");
    }

    @Test
    void aDowngradeScriptMustSayWhereFrom() {
        assertThat(project.run("upgrade", "--sql", "--dry-run", "head").err())
                .startsWith("CFG-006  --sql and --dry-run cannot be asked for together.");
        CommandLineFixture.Result result = project.run("downgrade", "--sql", "-1");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("CFG-006  downgrade with --sql requires <fromrev>:<torev>; this is '-1'.");
    }

    private void execute(String script) throws Exception {
        try (Connection connection = project.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
