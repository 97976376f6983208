package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills while a migration writes: nothing of it is left, and with more room the next run succeeds. */
class DiskFullTest {
    @TempDir
    Path directory;

    @Test
    void theNextRunSucceeds() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        boolean mounted = call("mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("NOT RUN: a full disk, since this user may not mount one");
        }
        Assumptions.assumeTrue(mounted, "no disk of its own");
        String url = Arena.POSTGRESQL.create(directory);
        try {
            Shop.execute(url, "CREATE TABLESPACE small LOCATION '" + disk + "'");
            fill(url, disk);
            Shop.execute(url, "DROP TABLE big", "DROP TABLESPACE small");
        } finally {
            assertThat(call("umount", "-l", disk.toString())).isTrue();
        }
    }

    private void fill(String url, Path disk) throws Exception {
        Checkout checkout =
                Checkout.create(directory.resolve("project"), url).migration("a1", "", """
                        CREATE TABLE big (id int, text char(200)) TABLESPACE small;
                        INSERT INTO big SELECT id, 'x' FROM generate_series(1, 200000) id;""", "DROP TABLE big;");
        assertThat(checkout.run("upgrade", "head").exits(1).err())
                .contains("RUN-003", "No space left on device", "nothing of it is left", "The database is at base");
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
