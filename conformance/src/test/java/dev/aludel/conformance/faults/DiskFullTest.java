package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that fills while a migration writes: its rows are rolled back, and with more room the next run succeeds. */
class DiskFullTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theNextRunSucceeds(Arena arena) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        boolean mounted = call("mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("NOT RUN: a full disk, since this user may not mount one");
        }
        Assumptions.assumeTrue(mounted, "no disk of its own");
        String url = arena.create(directory);
        try {
            if (arena == Arena.POSTGRESQL) {
                Shop.execute(url, "CREATE TABLESPACE small LOCATION '" + disk + "'");
                String into = "CREATE TABLE big (id int, text char(200)) TABLESPACE small;\n"
                        + "INSERT INTO big SELECT id, 'x' FROM generate_series(1, 200000) id;";
                fill(url, disk, into, "No space left on device", "nothing of it is left");
                Shop.execute(url, "DROP TABLE big", "DROP TABLESPACE small");
            } else {
                String into = "CREATE TABLE big (id int, text char(200)) DATA DIRECTORY = '" + disk + "';\n"
                        + "INSERT INTO big SELECT seq, 'x' FROM seq_1_to_200000;";
                fill(url, disk, into, "is full", "1 of 2 statements are done and stay");
                Shop.execute(url, "DROP TABLE big");
            }
        } finally {
            assertThat(call("umount", "-l", disk.toString())).isTrue();
        }
    }

    private void fill(String url, Path disk, String upgrade, String complaint, String state) throws Exception {
        Checkout checkout =
                Checkout.create(directory.resolve("project"), url).migration("a1", "", upgrade, "DROP TABLE big;");
        assertThat(checkout.run("upgrade", "head").exits(1).err())
                .contains("RUN-003", complaint, state, "The database is at base");
        assertThat(call("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
        checkout.succeed("upgrade", "head");
        checkout.succeed("current").prints("a1");
        System.out.println("full disk: 1");
    }

    private static boolean call(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
