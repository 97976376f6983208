package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Two images of one application, an older and a newer one, that share a database and the first two revisions. */
final class Images {
    private static final Pattern COMMAND = Pattern.compile("`aludel ([^`]+)`");
    private static final AtomicInteger STORIES = new AtomicInteger();

    final String url;
    final Checkout older;
    final Checkout newer;

    private Images(String url, Checkout older, Checkout newer) {
        this.url = url;
        this.older = older;
        this.newer = newer;
    }

    static Images of(Arena arena, Path directory) throws Exception {
        String url = arena.create(directory);
        return new Images(url, image(directory.resolve("older"), url), image(directory.resolve("newer"), url));
    }

    private static Checkout image(Path directory, String url) throws Exception {
        return Checkout.create(directory, url)
                .migration("a1", "", "CREATE TABLE author (id int PRIMARY KEY);", "DROP TABLE author;")
                .migration(
                        "a2",
                        "a1",
                        "ALTER TABLE author ADD COLUMN name varchar(50);\nINSERT INTO author VALUES (1, 'Austen');",
                        "ALTER TABLE author DROP COLUMN name;");
    }

    /** A migration that makes a table whose way back is not easily split. */
    static Checkout books(Checkout image, String id, String down) throws Exception {
        return image.migration(
                id,
                down,
                "CREATE TABLE book_%1$s (id int PRIMARY KEY, title varchar(90) DEFAULT 'a;b -- c');\nCREATE INDEX ix_%1$s ON book_%1$s (title);"
                        .formatted(id),
                "DROP TABLE book_%s; -- and its index".formatted(id));
    }

    /** What the older image does where the database is ahead. */
    void policy(String policy) throws Exception {
        older.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.script.format=sql\naludel.on-database-ahead=" + policy + "\n");
    }

    Snapshot upgraded(Checkout image) throws Exception {
        image.succeed("upgrade", "heads");
        return Snapshot.of(url);
    }

    /** Does what the messages say until the old image has its database; the commands are those that were printed. */
    void takeBack() {
        String look = printed(older.run("upgrade", "heads").exits(5)).get(0);
        assertThat(look).isEqualTo("current");
        for (int times = 0; times < 3; times++) {
            CommandRun current = older.run(words(look));
            if (current.exitCode() == 0) {
                return;
            }
            current.exits(5).warns("The database is ahead of these files by ");
            older.succeed(words(printed(current).get(0)));
        }
        older.succeed(words(look));
    }

    /** The story ends with the database as it was, schema, rows and history, and the old image goes on with it. */
    void toldTo(Snapshot before) throws Exception {
        assertThat(Snapshot.of(url)).isEqualTo(before);
        older.succeed("upgrade", "heads");
        assertThat(Snapshot.of(url)).isEqualTo(before);
        STORIES.incrementAndGet();
    }

    /** Story told where the rows of the history are others than before, but what they describe is the same. */
    void toldToSchema(Snapshot before) throws Exception {
        older.succeed("upgrade", "heads");
        assertThat(Snapshot.of(url).schema()).isEqualTo(before.schema());
        assertThat(Snapshot.of(url).rows().get("author"))
                .isEqualTo(before.rows().get("author"));
        STORIES.incrementAndGet();
    }

    static List<String> printed(CommandRun run) {
        return COMMAND.matcher(run.out() + run.err())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The first of the printed commands that begins so. */
    static String[] printed(CommandRun run, String beginning) {
        return words(printed(run).stream()
                .filter(command -> command.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no `aludel " + beginning + "…` in " + run)));
    }

    static String[] words(String command) {
        return command.split(" ");
    }

    static String count() {
        return STORIES.get() + " stories told to their ends";
    }
}
