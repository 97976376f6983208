package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Aludel;
import dev.aludel.error.AludelException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts the server in the middle of a run, at once and without a word: the run says so, and the next one goes on. */
class RestartTest {
    private static final List<Integer> STATEMENTS = List.of(1, 3, 5, 8, 9);

    @TempDir
    Path directory;

    private int created;

    @Test
    void theNextRunSucceeds() throws Exception {
        try (OwnServer server = OwnServer.start(directory.resolve("data"))) {
            String undisturbed = create(server);
            Shop.run(undisturbed, "upgrade");
            List<String> upgraded = Shop.describe(undisturbed, true);
            Shop.run(undisturbed, "downgrade");
            List<String> downgraded = Shop.describe(undisturbed, false);
            for (int statement : STATEMENTS) {
                String url = create(server);
                restartAt(server, url, statement, "upgrade");
                Shop.run(url, "upgrade");
                assertThat(Shop.describe(url, true))
                        .as("upgrade, %d", statement)
                        .isEqualTo(upgraded);
                restartAt(server, url, Math.min(statement, 8), "downgrade");
                Shop.run(url, "downgrade");
                assertThat(Shop.describe(url, false))
                        .as("downgrade, %d", statement)
                        .isEqualTo(downgraded);
            }
        }
        System.out.println("restarts of PostgreSQL: " + 2 * STATEMENTS.size());
    }

    private String create(OwnServer server) throws Exception {
        String name = "shop" + created++;
        Shop.execute(server.url("postgres"), "CREATE DATABASE " + name);
        return server.url(name);
    }

    private static void restartAt(OwnServer server, String url, int statement, String direction) throws Exception {
        Boundaries restarting = new Boundaries(2 * statement, server::restart);
        Aludel aludel = Aludel.migrations(Shop.VERSIONS).listener(restarting).on(new UrlDataSource(url));
        AludelException failure = catchThrowableOfType(AludelException.class, () -> Shop.run(aludel, direction));
        assertThat(failure).as("%s, statement %d", direction, statement).isNotNull();
        Shop.requireGoodManners(failure);
        Shop.requireTrue(failure, url);
    }
}
