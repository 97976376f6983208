package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clock that was set back: the order of revisions is that of their parents, whatever the times in the history say. */
class ClockTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theOrderIsThatOfTheParents(Arena arena) throws Exception {
        String undisturbed = arena.create(directory);
        Shop.run(undisturbed, "upgrade");
        List<String> upgraded = Shop.describe(undisturbed, true);
        Shop.run(undisturbed, "downgrade");
        String url = arena.create(directory);
        Shop.aludel(url).upgrade("aa11");
        Shop.execute(url, "UPDATE aludel_history SET applied_at = '2037-01-01 00:00:00'");
        Shop.run(url, "upgrade");
        assertThat(Shop.describe(url, true)).isEqualTo(upgraded);
        Shop.execute(url, "UPDATE aludel_history SET applied_at = '2001-01-01 00:00:00' WHERE revision = 'cc33'");
        assertThat(Shop.aludel(url).upgrade("head").steps()).isEmpty();
        Shop.run(url, "downgrade");
        assertThat(Shop.describe(url, false)).isEqualTo(Shop.describe(undisturbed, false));
        System.out.println("clock on " + arena + ": set back twice");
    }
}
