package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Step;
import dev.aludel.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL text outside of PostgreSQL's transactions whose answer was lost with the connection. */
class InDoubtTest {
    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        database.execute("CREATE TABLE author (email text)");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Migrations migrations(String upgrade, String downgrade) throws IOException {
        return new Migrations(directory).sql("a1", "", upgrade, downgrade);
    }

    /** Ends the session right after the statement that begins so, or before. */
    private final class Killer implements MigrationListener {
        private final String start;
        private final boolean before;
        private final String session;

        Killer(Connection victim, String start, boolean before) throws SQLException {
            this.start = start;
            this.before = before;
            this.session = Migrations.query(victim, "SELECT pg_backend_pid()").get(0);
        }

        @Override
        public void statementStarted(Step step, PlannedStatement statement) {
            kill(statement, before);
        }

        @Override
        public void statementFinished(Step step, PlannedStatement statement, Duration took) {
            kill(statement, !before);
        }

        private void kill(PlannedStatement statement, boolean now) {
            if (now && statement.text().startsWith(start)) {
                try {
                    database.execute("SELECT pg_terminate_backend(" + session + ", 5000)");
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
    }

    private AludelException killUpgrade(Migrations migrations, String start, boolean before) throws SQLException {
        Connection victim = database.connect();
        Killer killer = new Killer(victim, start, before);
        return catchThrowableOfType(AludelException.class, () -> migrations.upgrade(victim, "head", killer));
    }

    private List<String> sent(Migrations migrations) throws SQLException {
        List<String> sent = new ArrayList<>();
        migrations.upgrade(database.connect(), "head", new MigrationListener() {
            @Override
            public void statementStarted(Step step, PlannedStatement statement) {
                sent.add(statement.text());
            }
        });
        return sent;
    }

    @Test
    void anIndexThatIsThereIsNotBuiltAgain() throws Exception {
        Migrations migrations = migrations("CREATE INDEX CONCURRENTLY ix_email ON author (email);", "");
        assertThat(killUpgrade(migrations, "CREATE INDEX", false).format())
                .contains("Statement 1 was sent and not answered");
        assertThat(sent(migrations)).isEmpty();
    }

    @Test
    void anIndexThatIsMissingIsBuilt() throws Exception {
        Migrations migrations = migrations("CREATE INDEX CONCURRENTLY ix_email ON author (email);", "");
        killUpgrade(migrations, "CREATE INDEX", true);
        assertThat(sent(migrations)).hasSize(1);
    }

    @Test
    void anIndexThatIsGoneIsNotDroppedAgain() throws Exception {
        database.execute("CREATE INDEX ix_email ON author (email)");
        Migrations migrations = migrations("DROP INDEX CONCURRENTLY public.ix_email;", "");
        killUpgrade(migrations, "DROP INDEX", false);
        assertThat(sent(migrations)).isEmpty();
    }

    @Test
    void anIndexThatIsStillThereIsDropped() throws Exception {
        database.execute("CREATE INDEX ix_email ON author (email)");
        Migrations migrations = migrations("DROP INDEX CONCURRENTLY ix_email;", "");
        killUpgrade(migrations, "DROP INDEX", true);
        assertThat(sent(migrations)).hasSize(1);
    }

    @Test
    void vacuumIsSentAgain() throws Exception {
        Migrations migrations = migrations("VACUUM author;", "");
        killUpgrade(migrations, "VACUUM", false);
        assertThat(sent(migrations)).containsExactly("VACUUM author");
    }

    @Test
    void anotherCommandIsRefusedUntilSomebodyLooked() throws Exception {
        Migrations migrations = new Migrations(directory)
                .java(
                        "a1",
                        "",
                        "op.bulkInsert(\"author\", \"email\").row(\"a\");\n"
                                + "op.execute(\"CREATE INDEX CONCURRENTLY ON author (email)\");",
                        "");
        killUpgrade(migrations, "CREATE INDEX", false);
        AludelException asked =
                catchThrowableOfType(AludelException.class, () -> migrations.upgrade(database.connect(), "head"));
        assertThat(asked.code()).isEqualTo(ErrorCode.IN_DOUBT);
        assertThat(asked.format())
                .contains(
                        "Nobody knows whether statement 2 of 2 took effect while upgrading to a1 (Step a1)",
                        "CREATE INDEX CONCURRENTLY ON author (email)",
                        "Of this migration 1 statement is done");
        assertThat(catchThrowableOfType(AludelException.class, () -> migrations.downgrade(database.connect(), "base"))
                        .format())
                .contains("1 of 2 statements of its upgrade are done, and statement 2 was sent and not answered");
    }
}
