package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several databases from one project: {@code -n NAME} chooses URL, directories and history. */
class SeveralDatabasesTest {
    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private CommandLineFixture shop;
    private CommandLineFixture audit;

    @BeforeEach
    void create() throws Exception {
        shop = new CommandLineFixture(directory);
        audit = new CommandLineFixture(elsewhere);
        shop.environment.remove("ALUDEL_URL");
        shop.write("aludel.properties", """
                aludel.classpath=%s
                aludel.shop.url=%s
                aludel.shop.directory=versions
                aludel.audit.url=%s
                aludel.audit.directory=audit/versions, audit/more
                aludel.audit.history-table=trail_history
                aludel.audit.log-table=trail_log
                """.formatted(CommandLineFixture.driver(), shop.url(), audit.url()));
        shop.migration("aaaa1111", "", "CREATE TABLE author (id bigint);", "DROP TABLE author;");
        shop.write("audit/versions/cccc1111.sql", """
                -- revision: cccc1111
                -- created: 2026-03-01T10:22:41Z

                -- upgrade
                CREATE TABLE trail (id bigint);

                -- downgrade
                DROP TABLE trail;
                """);
    }

    @Test
    void eachHasItsOwnDirectoriesAndHistory() throws Exception {
        assertThat(shop.run("-n", "shop", "upgrade", "head").exitCode()).isZero();
        assertThat(shop.run("upgrade", "head", "--name", "audit").exitCode()).isZero();
        assertThat(shop.tables()).containsExactly("aludel_history", "aludel_log", "author");
        assertThat(audit.tables()).containsExactly("trail", "trail_history", "trail_log");
        assertThat(shop.run("-n", "shop", "current").out()).startsWith("aaaa1111 (head)");
        assertThat(shop.run("-n", "audit", "current").out()).startsWith("cccc1111 (head)");
    }

    @Test
    void withoutANameNothingIsGuessed() {
        assertThat(shop.run("heads").err()).startsWith("CFG-003");
        assertThat(shop.run("-n", "shpo", "heads").err())
                .startsWith("CFG-006  There is no environment 'shpo'")
                .contains("audit, shop");
    }

    @Test
    void aNewFileGoesBesideItsParent() {
        assertThat(shop.run("-n", "audit", "revision", "-m", "More", "--rev-id", "dddd1111", "--format", "sql")
                        .out())
                .startsWith("Wrote audit/versions/");
    }
}
