package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aludel.conformance.project.CommandRun;
import dev.aludel.servers.MySqlServer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that mean something elsewhere stay names: from the model to the files, the database, the history and the output. */
class HostileNamesTest {
    private static final Pattern CLIENT_COMMAND = Pattern.compile("(?m)^\\\\.*$");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    Path directory;

    @AfterAll
    static void count() {
        System.out.println("hostile names: " + NAMES.get() + " names x databases x languages");
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, sql",
        "POSTGRESQL, java",
        "MARIADB, sql",
        "MARIADB, java",
        "SQLITE, sql",
        "SQLITE, java",
        "H2, sql",
        "H2, java"
    })
    void ofObjectsGoThereAndBack(Arena arena, String language) throws Exception {
        String url = arena.create(directory);
        List<String> names = new ArrayList<>(HostileNames.of(arena));
        names.add(HostileNames.kept(language));
        Checkout checkout = Checkout.create(directory.resolve("project"), url)
                .write("model.sql", HostileNames.model(arena, List.of(HostileNames.refused(language))))
                .write(
                        "aludel.properties",
                        "aludel.directory=versions\naludel.model.source=model.sql\naludel.script.format=" + language
                                + "\n");
        Snapshot empty = Snapshot.of(url);
        checkout.run("revision", "--autogenerate", "-m", "refused")
                .exits(language.equals("sql") ? 1 : 2)
                .warns("Write this migration in ");
        checkout.write("model.sql", HostileNames.model(arena, names));
        checkout.succeed("revision", "--autogenerate", "-m", "all of them", "--rev-id", "aa11");
        checkout.succeed("upgrade", "head");
        checkout.succeed("check");
        assertThat(names(url)).containsAll(HostileNames.of(arena));
        assertThat(indexes(url))
                .containsAll(
                        HostileNames.of(arena).stream().map(HostileNames::index).toList());
        Snapshot full = Snapshot.of(url);

        assertThat(scripted(arena, checkout, "upgrade", "base:head").schema()).isEqualTo(full.schema());
        assertThat(scripted(arena, checkout, "upgrade", "base:head", "downgrade", "aa11:base")
                        .schema())
                .isEqualTo(empty.schema());

        checkout.write("model.sql", "CREATE TABLE other (id int NOT NULL PRIMARY KEY);\n");
        checkout.succeed("revision", "--autogenerate", "-m", "none of them", "--rev-id", "bb22");
        checkout.succeed("upgrade", "head");
        checkout.succeed("check");
        loseFiles(checkout, "bb22");
        checkout.succeed("downgrade", "aa11");
        assertThat(Snapshot.of(url).schema()).isEqualTo(full.schema());
        loseFiles(checkout, "aa11");
        checkout.succeed("downgrade", "base");
        assertThat(Snapshot.of(url).schema()).isEqualTo(empty.schema());
        NAMES.addAndGet(names.size());
    }

    /** What the script does that {@code --sql} writes, to a database of its own. */
    private Snapshot scripted(Arena arena, Checkout checkout, String... commandsAndRanges) throws Exception {
        String url = arena.create(directory);
        for (int next = 0; next < commandsAndRanges.length; next += 2) {
            String script = checkout.succeed(commandsAndRanges[next], commandsAndRanges[next + 1], "--sql")
                    .out();
            load(url, script);
        }
        return Snapshot.of(url);
    }

    /** As the database's own client does. */
    private static void load(String url, String script) throws Exception {
        if (url.startsWith("jdbc:sqlite:")) {
            assertThat(sqliteShell(url.substring("jdbc:sqlite:".length()), script))
                    .doesNotContain("rror");
        } else if (url.startsWith("jdbc:h2:")) {
            try (Connection connection = DriverManager.getConnection(url)) {
                RunScript.execute(connection, new StringReader(script));
            }
        } else if (url.startsWith("jdbc:postgresql:")) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(CLIENT_COMMAND.matcher(script).replaceAll(""));
            }
        } else {
            String database = url.replaceAll(".*/|\\?.*", "");
            assertThat(MySqlServer.MARIADB_11_4.runClient(database, script)).doesNotContain("ERROR");
        }
    }

    private static String sqliteShell(String file, String script) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", "-batch", "-init", "/dev/null", "-bail", file)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            System.out.println("SKIPPED: there is no sqlite3 on the path to run scripts with");
            return abort("no sqlite3 on the path");
        }
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(script);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void loseFiles(Checkout checkout, String id) throws IOException {
        try (Stream<Path> files = Files.list(checkout.directory.resolve("versions"))) {
            for (Path file : files.filter(path -> path.toString().contains(id)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Each message as message, label, and name of a file, in a chain of revisions. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE", "H2"})
    void ofRevisionsAreShownAsTheyAre(Arena arena) throws Exception {
        String url = arena.create(directory);
        Checkout checkout = Checkout.create(directory.resolve("project"), url);
        List<String> messages = HostileNames.of(arena).stream()
                .map(name -> name.replaceAll("[\\s\\p{Cntrl}\\u2028]+", " ").strip())
                .toList();
        for (int number = 0; number < messages.size(); number++) {
            String text = Checkout.sql("r" + number, number == 0 ? "" : "r" + (number - 1), "", "")
                    .replace("step r" + number, messages.get(number));
            checkout.write("versions/" + fileName(HostileNames.of(arena).get(number)) + ".sql", text);
        }
        checkout.succeed("upgrade", "head").prints("x; DROP TABLE author; --");
        assertThat(messages(checkout.succeed("history", "--format", "json"))).containsExactlyElementsOf(messages);
        assertThat(stored(url)).containsExactlyInAnyOrderElementsOf(messages);
        for (String command :
                List.of("history", "history -v", "current", "log", "heads", "show r3", "plan downgrade base")) {
            checkout.succeed(command.split(" "));
            checkout.succeed((command + " --format json").split(" ")).json();
        }
        load(
                arena.create(directory),
                CLIENT_COMMAND
                        .matcher(checkout.succeed("upgrade", "base:head", "--sql")
                                .out())
                        .replaceAll(""));
        checkout.succeed("downgrade", "base");
        NAMES.addAndGet(messages.size());
    }

    /** Written by the command, in both languages, and read again. */
    @ParameterizedTest
    @CsvSource({"SQLITE, sql", "SQLITE, java"})
    void ofNewRevisionsAreReadAgain(Arena arena, String language) throws Exception {
        Checkout checkout = Checkout.create(directory.resolve("project"), arena.create(directory))
                .write("aludel.properties", "aludel.directory=versions\naludel.script.format=" + language + "\n");
        List<String> labels = new ArrayList<>();
        for (String name : HostileNames.of(arena)) {
            String label = name.replaceAll("[@+:\\s\u00A0\u2028]", "_").replaceAll("^-+", "_");
            checkout.succeed(
                    "revision", "-m", name, "--branch-label", label, "--head", labels.isEmpty() ? "base" : "head");
            labels.add(label);
        }
        checkout.succeed("upgrade", labels.get(labels.size() - 1) + "@head");
        CommandRun history = checkout.succeed("history", "--format", "json");
        List<String> names = HostileNames.of(arena);
        assertThat(messages(history))
                .containsExactlyElementsOf(
                        language.equals("java")
                                ? names
                                : names.stream().map(HostileNamesTest::line).toList());
        history.json()
                .get("revisions")
                .forEach(revision ->
                        assertThat(new TreeSet<>(labels)).containsAll(texts(revision.get("branch_labels"))));
        checkout.succeed("downgrade", "base");
        NAMES.addAndGet(labels.size());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static String line(String message) {
        return message.replace("\u202E", "")
                .replaceAll("[\\s\\p{Cntrl}\\u2028]+", " ")
                .strip();
    }

    /** Oldest first. */
    private static List<String> messages(CommandRun history) {
        List<String> messages = new ArrayList<>();
        history.json()
                .get("revisions")
                .forEach(revision -> messages.add(0, revision.get("message").asText()));
        return messages;
    }

    private static String fileName(String name) {
        return name.replace("/", "\u2215");
    }

    private static List<String> stored(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT message FROM aludel_history")) {
            List<String> messages = new ArrayList<>();
            while (rows.next()) {
                messages.add(rows.getString(1));
            }
            return messages;
        }
    }

    /** As the driver names them. */
    private static Set<String> names(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            Set<String> names = new TreeSet<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
            return names;
        }
    }

    /** As the database's own catalogue names them. */
    private static Set<String> indexes(String url) throws SQLException {
        String query = url.startsWith("jdbc:postgresql")
                ? "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"
                : url.startsWith("jdbc:sqlite")
                        ? "SELECT name FROM sqlite_master WHERE type = 'index'"
                        : url.startsWith("jdbc:h2")
                                ? "SELECT index_name FROM information_schema.indexes"
                                : "SELECT index_name FROM information_schema.statistics WHERE table_schema = database()";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
