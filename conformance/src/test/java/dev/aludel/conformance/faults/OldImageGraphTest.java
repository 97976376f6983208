package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Releases that are taken back where branches, Java code or unfinished work make the way back less than straight. */
class OldImageGraphTest {
    @TempDir
    Path directory;

    @AfterAll
    static void count() {
        System.out.println("old image: " + Images.count());
    }

    private static void labelled(Checkout image, String id, String down, String label) throws Exception {
        image.write(
                "versions/" + id + ".sql",
                Checkout.sql(
                                id,
                                down,
                                "CREATE TABLE shop_%s (id int);".formatted(id),
                                "DROP TABLE shop_%s;".formatted(id))
                        .replace("-- created:", "-- branch-labels: " + label + "\n-- created:"));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aLabelIsMoved(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        labelled(images.older, "s3", "a1", "shop");
        Snapshot before = images.upgraded(images.older);
        labelled(images.newer, "s3", "a1", "");
        labelled(images.newer, "s4", "s3", "shop");
        images.newer.succeed("upgrade", "shop@head");
        images.older.run("upgrade", "shop@head").exits(5);
        images.takeBack();
        images.older.succeed("upgrade", "shop@head");
        images.toldTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void branchesAreMerged(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Images.books(images.older, "b2", "a1");
        Snapshot before = images.upgraded(images.older);
        Images.books(images.newer, "b2", "a1").succeed("merge", "heads", "-m", "join", "--rev-id", "m3");
        Images.books(images.newer, "a4", "m3").succeed("upgrade", "head");
        assertThat(images.older.run("current").err()).contains("by 2 revisions: m3, a4.");
        images.takeBack();
        images.toldTo(before);
    }

    /** What the older image has beside the branch stays: taking the branch back must not touch it. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aBranchOfTheNewerImageIsMerged(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        Images.books(images.newer, "b2", "a1").succeed("merge", "heads", "-m", "join", "--rev-id", "m3");
        images.newer.succeed("upgrade", "head");
        assertThat(images.older.run("current").err()).contains("by 2 revisions: b2, m3.", "`aludel downgrade b2@a1`");
        images.takeBack();
        images.toldTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void twoBranchesOfTheNewerImageStayApart(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        Images.books(images.newer, "b2", "a1");
        Images.books(images.newer, "c1", "");
        Images.books(images.newer, "a3", "a2").succeed("upgrade", "heads");
        images.takeBack();
        images.toldTo(before);
    }

    /** Said when it is applied, and by the older image before it tries. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theWayBackReadsInJava(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        images.newer.write("versions/M_a3.java", """
                package versions;

                import dev.aludel.migration.*;

                @Revision(id = "a3", down = "a2", created = "2026-03-01T10:22:41Z")
                public class M_a3 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("CREATE TABLE extra (id int)");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.run("keep what is there", connection -> connection.createStatement().executeQuery("SELECT 1 FROM extra"));
                        op.execute("DROP TABLE extra");
                    }
                }
                """);
        Images.books(images.newer, "a4", "a3");
        images.newer.succeed("upgrade", "head").warns("Keep the file of a3: its way back is not SQL alone");
        CommandRun current = images.older.run("current").exits(5);
        assertThat(current.err()).contains("with the release that has the files", "no way back of a3");
        String[] back = Images.printed(current, "downgrade");
        Snapshot ahead = Snapshot.of(images.url);
        images.older.run(back).exits(5);
        assertThat(Snapshot.of(images.url)).isEqualTo(ahead);
        images.newer.succeed(back);
        images.toldTo(before);
    }

    /** Either the newer image finishes what it began, or a person undoes it and says so. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anUpgradeIsHalfDone(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        String second = arena == Arena.POSTGRESQL
                ? "CREATE INDEX CONCURRENTLY ix_half ON half (id);\n"
                : "CREATE INDEX ix_half ON half (id);\n";
        images.newer.migration(
                "a3",
                "a2",
                "CREATE TABLE half (id int);\n" + second + "INSERT INTO half SELECT id FROM missing;",
                "DROP TABLE half;");
        images.newer.run("upgrade", "head").exits(1);
        CommandRun refused = images.older.run("upgrade", "head").exits(5);
        CommandRun current = images.older.run("current").exits(5);
        assertThat(Images.printed(current)).isEqualTo(Images.printed(refused));
        images.policy("warn");
        images.older.succeed("upgrade", "head").warns("The revision a3 is half-done");
        images.policy("fail");

        execute(images.url, "CREATE TABLE missing (id int)");
        images.newer.succeed(Images.printed(current, "upgrade"));
        execute(images.url, "DROP TABLE missing");
        images.takeBack();
        images.toldTo(before);

        images.newer.run("upgrade", "head").exits(1);
        execute(images.url, "DROP TABLE half");
        images.older.succeed(Images.printed(images.older.run("current").exits(5), "stamp"));
        images.toldTo(before);
    }

    /** The older image goes on with the SQL of the history, from the statement at which the newer one stopped. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aDowngradeIsHalfDone(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        String first =
                arena == Arena.POSTGRESQL ? "DROP INDEX CONCURRENTLY ix_half;\n" : "DROP INDEX ix_half ON half;\n";
        images.newer.migration(
                "a3",
                "a2",
                "CREATE TABLE half (id int PRIMARY KEY, n int);\nCREATE INDEX ix_half ON half (n);",
                first + "DROP TABLE half;");
        images.newer.succeed("upgrade", "head");
        execute(images.url, "CREATE TABLE holds (id int, FOREIGN KEY (id) REFERENCES half (id))");
        images.newer.run("downgrade", "a2").exits(1);
        CommandRun current = images.older.run("current");
        execute(images.url, "DROP TABLE holds");
        images.older.succeed(Images.printed(current, "downgrade"));
        images.toldTo(before);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
