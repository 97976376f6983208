package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Releases that are taken back: an older image, whose files are others, meets a database that a newer one has migrated. The
 * commands that its messages print bring the database back to what it was, each time.
 */
class OldImageTest {
    @TempDir
    Path directory;

    @AfterAll
    static void count() {
        System.out.println("old image: " + Images.count());
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void filesAreMissing(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        Images.books(Images.books(images.newer, "a3", "a2"), "a4", "a3").succeed("upgrade", "head");
        assertThat(images.older.run("current").err()).contains("by 2 revisions: a3, a4.", "`aludel downgrade a2`");
        images.takeBack();
        images.toldTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void filesAreOlder(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        images.newer.migration(
                "a2", "a1", "ALTER TABLE author ADD COLUMN name varchar(60);", "ALTER TABLE author DROP COLUMN name;");
        Snapshot before = images.upgraded(images.newer);
        Images.books(images.newer, "a3", "a2").succeed("upgrade", "head");
        images.takeBack();
        images.toldTo(before);
        Images.books(images.older, "o3", "a2");
        CommandRun told = images.older.succeed("upgrade", "head");
        acceptEdited(images, told);
    }

    private static void acceptEdited(Images images, CommandRun told) {
        String[] look = Images.printed(told, "repair");
        assertThat(images.older.run(look).exits(3).out()).contains("aludel repair --yes");
        images.older.succeed("repair", "--yes");
        images.older.succeed(look);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void branchIsSwitched(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Images.books(images.older, "c3", "a2");
        Snapshot before = images.upgraded(images.older);
        images.older.succeed("downgrade", "a2");
        Images.books(images.newer, "b3", "a2").succeed("upgrade", "head");
        images.takeBack();
        images.toldToSchema(before);
        assertThat(Images.printed(images.newer.run("current").exits(5))).contains("downgrade a2");
    }

    /** Also where the older image has a part of what was squashed. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void squashedInTheNewerImage(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        Images.books(images.older, "a3", "a2");
        Images.books(Images.books(images.newer, "a3", "a2"), "a4", "a3").succeed("squash", "a3:a4");
        Images.books(images.newer, "a5", "a4").succeed("upgrade", "head");
        assertThat(images.older.run("current").err()).contains("by 2 revisions: a4, a5.");
        images.takeBack();
        assertThat(Snapshot.of(images.url)).isEqualTo(before);
        images.older.succeed("upgrade", "head");
        images.older.succeed("downgrade", "a2");
        images.older.delete("versions/a3.sql");
        images.toldTo(before);
    }

    /** The older image has all that was squashed, and its own files are the way back. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void squashedBelowTheOlderImage(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Images.books(Images.books(images.older, "a3", "a2"), "a4", "a3");
        Snapshot before = images.upgraded(images.older);
        images.older.succeed("downgrade", "base");
        Images.books(Images.books(images.newer, "a3", "a2"), "a4", "a3").succeed("squash", "a3:a4");
        Images.books(images.newer, "a5", "a4").succeed("upgrade", "head");
        images.takeBack();
        images.older.succeed("downgrade", "a2");
        images.toldToSchema(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void renamedInTheNewerImage(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        String text = Checkout.sql(
                "a2",
                "a1",
                "ALTER TABLE author ADD COLUMN name varchar(50);\nINSERT INTO author VALUES (1, 'Austen');",
                "ALTER TABLE author DROP COLUMN name;");
        images.newer.delete("versions/a2.sql").write("versions/2026_authors_have_names.sql", text);
        Images.books(images.newer, "a3", "a2").succeed("upgrade", "head");
        images.newer.delete("versions/a3.sql");
        Images.books(images.newer, "a4", "a2");
        assertThat(Images.printed(images.newer.run("current").exits(5))).contains("downgrade a2");
        images.takeBack();
        images.toldTo(before);
    }

    /** What counts is the way back of what was applied, not of what the file says since. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void editedAfterItWasApplied(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Snapshot before = images.upgraded(images.older);
        Images.books(images.newer, "a3", "a2").succeed("upgrade", "head");
        images.newer
                .migration("a3", "a2", "CREATE TABLE other (id int);", "DROP TABLE other;")
                .migration(
                        "a2",
                        "a1",
                        "ALTER TABLE author ADD COLUMN name varchar(80);",
                        "ALTER TABLE author DROP COLUMN name;");
        Images.books(images.newer, "a4", "a3");
        CommandRun told = images.newer.succeed("upgrade", "head");
        images.newer.run(Images.printed(told, "repair")).exits(3);
        images.newer.succeed("repair", "--yes");
        images.takeBack();
        Images.books(images.older, "o3", "a2");
        acceptEdited(images, images.older.succeed("upgrade", "head"));
        images.older.succeed("downgrade", "a2");
        images.older.delete("versions/o3.sql");
        images.toldTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void thePolicyIsObeyed(Arena arena) throws Exception {
        Images images = Images.of(arena, directory);
        Images.books(images.newer, "a3", "a2").succeed("upgrade", "head");
        Images.books(images.older, "o3", "a1");
        images.older.run("upgrade", "heads").exits(5);
        for (String policy : new String[] {"warn", "ignore"}) {
            images.policy(policy);
            CommandRun run = images.older.succeed("upgrade", "heads");
            assertThat(run.err().contains("ahead of these files by 1 revision: a3."))
                    .isEqualTo(policy.equals("warn"));
            assertThat(Snapshot.of(images.url).rows()).containsKeys("book_a3", "book_o3");
        }
        images.policy("fail");
        images.older.run("upgrade", "heads").exits(5);
    }
}
