package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.Main;
import dev.aludel.conformance.project.CommandRun;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a password is told, it is nowhere to be read afterwards. */
class PasswordsTest {
    private static final List<String> COMMANDS = List.of(
            "init other",
            "upgrade head",
            "upgrade base:head --sql",
            "downgrade -1",
            "downgrade a2:base --sql",
            "stamp head",
            "stamp a2 --sql",
            "current",
            "history -i",
            "heads",
            "branches",
            "show head",
            "merge a1 a2 -m join",
            "check",
            "edit head",
            "ensure-version",
            "plan downgrade base",
            "diff --from database --to model.sql",
            "diff --from models --to migrations",
            "log",
            "repair",
            "completion bash",
            "revision --autogenerate -m more",
            "upgrade head",
            "squash a1:a2");
    private static final Set<String> WRITTEN = Set.of("aludel.properties", "secret.txt", "application.properties");
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    Path directory;

    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Guarded database = new Guarded("", "");
    private Checkout checkout;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(handler);
    }

    @AfterAll
    static void count() {
        System.out.println("passwords: " + RUNS.get() + " command lines, and the password in none of what they left");
    }

    private void begin(Arena arena) throws Exception {
        database = Guarded.create(arena, directory);
        checkout = Checkout.create(directory.resolve("project"), database.trusted())
                .write(
                        "model.sql",
                        "CREATE TABLE author (id int PRIMARY KEY, name varchar(50));\nCREATE TABLE more (id int PRIMARY KEY);\n")
                .migration("a1", "", "CREATE TABLE author (id int PRIMARY KEY);", "DROP TABLE author;")
                .migration(
                        "a2",
                        "a1",
                        "ALTER TABLE author ADD COLUMN name varchar(50);",
                        "ALTER TABLE author DROP COLUMN name;");
    }

    private CommandRun run(PasswordWay way, String url, String password, String... command) throws IOException {
        String[] words = way.arguments(checkout, url, password, command);
        CommandRun run = checkout.runWith(way == PasswordWay.STANDARD_INPUT ? password + "\n" : "", words);
        assertThat(run.out() + run.err())
                .as(way + " of " + String.join(" ", command))
                .doesNotContain(Guarded.PIECE);
        assertThat(run.exitCode()).isIn(0, 1, 2, 3, 5);
        assertThat(run.out() + run.err()).doesNotContain("BUG");
        RUNS.incrementAndGet();
        return run;
    }

    private void nothingIsLeft() throws Exception {
        assertThat(logged).noneMatch(line -> line.contains(Guarded.PIECE));
        assertThat(tables()).doesNotContain(Guarded.PIECE);
        try (Stream<Path> files = Files.walk(checkout.directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !WRITTEN.contains(path.getFileName().toString()))
                    .toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(Guarded.PIECE);
            }
        }
    }

    private String tables() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(database.trusted());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("aludel_history", "aludel_log")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            text.append(rows.getString(column)).append('\n');
                        }
                    }
                }
            }
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inNoCommand(Arena arena) throws Exception {
        begin(arena);
        assertThat(COMMANDS.stream().map(command -> command.split(" ")[0])).containsAll(commandsOfHelp());
        int next = arena.ordinal();
        for (PasswordWay way : PasswordWay.values()) {
            run(way, database.url(), Guarded.PASSWORD, "current", "-v").exits(0);
        }
        for (String command : COMMANDS) {
            for (String mode : List.of("-v --stacktrace", "--format json --stacktrace")) {
                PasswordWay way = PasswordWay.values()[next++ % PasswordWay.values().length];
                run(way, database.url(), Guarded.PASSWORD, (command + " " + mode).split(" "));
            }
        }
        for (String side : List.of(
                database.withParameters(),
                database.withUserInfo(),
                database.withUserInfo().substring("jdbc:".length()))) {
            run(
                    PasswordWay.OPTION,
                    database.url(),
                    Guarded.PASSWORD,
                    "diff",
                    "--from",
                    side,
                    "--to",
                    "empty",
                    "--stacktrace");
        }
        nothingIsLeft();
    }

    private Set<String> commandsOfHelp() {
        Pattern command = Pattern.compile("(?m)^  ([a-z][a-z-]+) {2,}\\S");
        Set<String> names = command.matcher(checkout.succeed("--help").out().replaceFirst("(?s)^.*?Commands:", ""))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("help"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).contains("upgrade", "diff", "squash");
        return names;
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inNoError(Arena arena) throws Exception {
        begin(arena);
        run(PasswordWay.FILE, database.url(), Guarded.PASSWORD, "upgrade", "head")
                .exits(0);
        checkout.migration(
                "a3", "a2", "CREATE TABLE half (id int);\nINSERT INTO half VALUES ('x' || 1 / 0 || missing);", "");
        String url = database.url();
        for (PasswordWay way : PasswordWay.values()) {
            run(way, url, Guarded.PASSWORD + "Zq7x", "current", "--stacktrace").exits(1);
            run(way, url.replaceFirst(":\\d+/", ":1/"), Guarded.PASSWORD, "current", "--stacktrace")
                    .exits(1);
            run(way, url + "_missing", Guarded.PASSWORD, "current", "--stacktrace")
                    .exits(1);
            run(way, url, Guarded.PASSWORD, "upgrade", "head", "-v", "--stacktrace")
                    .exits(1);
        }
        nothingIsLeft();
    }

    /** URLs that no driver takes, with all that may end a password. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inNoUrlThatIsWrong(Arena arena) throws Exception {
        begin(arena);
        run(PasswordWay.FILE, database.url(), Guarded.PASSWORD, "upgrade", "head")
                .exits(0);
        List<String> urls = new ArrayList<>(List.of(
                database.withUserInfo(),
                database.withParameters() + "&unknownThing=1&tcpKeepAlive=perhaps",
                database.withParameters() + "&loginTimeout=Z&socketTimeout=never&sslMode=no",
                database.withParameters().replaceFirst(":\\d+/", ":port/"),
                database.withParameters().replaceFirst("//", "//[::1"),
                database.withParameters().replaceFirst("jdbc:", ""),
                database.withParameters().replaceFirst("jdbc:\\w+", "jdbc:postgres"),
                database.withParameters().replaceFirst("\\?", "%"),
                database.withParameters() + "%zz"));
        for (String sign : List.of("/", "@", ":", " ", "\t", ",", "%", "'", "\"", "{", "(")) {
            urls.add(database.withUserInfo().replace("Zq2x", "Zq8x" + sign + "Zq9x"));
            urls.add(database.withParameters().replace("Zq2x", "Zq8x" + sign + "Zq9x"));
        }
        SoftAssertions all = new SoftAssertions();
        for (String url : urls) {
            all.check(() -> {
                checkout.environment.put("ALUDEL_URL", url);
                quiet(url, "current", "--stacktrace");
                checkout.environment.remove("ALUDEL_URL");
                quiet(url, "upgrade", "head", "--url", url, "--format", "json", "--stacktrace");
                checkout.write(
                        "aludel.properties",
                        "aludel.directory=versions\naludel.url=" + url + "\naludel.transactions=" + url + "\n");
                quiet(url, "current", "--stacktrace");
                checkout.write("aludel.properties", "aludel.directory=versions\n");
            });
        }
        all.assertAll();
        nothingIsLeft();
    }

    private void quiet(String url, String... words) {
        CommandRun run = checkout.runWith("", words);
        assertThat(run.out() + run.err()).as(url).doesNotContain(Guarded.PIECE).doesNotContain("BUG");
        RUNS.incrementAndGet();
    }

    /** Other users of a machine can see the words with which its processes were started. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inNoListOfProcesses(Arena arena) throws Exception {
        begin(arena);
        String sleep = arena == Arena.MARIADB ? "SELECT sleep(1.5);" : "SELECT pg_sleep(1.5);";
        checkout.migration("a3", "a2", sleep, "");
        String jars = Checkout.drivers().stream().map(Path::toString).collect(Collectors.joining(","));
        checkout.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.classpath=" + jars + "\naludel.url=" + database.url()
                        + "\naludel.user=keeper\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Main.class.getName(),
                        "upgrade",
                        "head",
                        "--password-stdin")
                .directory(checkout.directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "said.txt"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(Guarded.PASSWORD + "\n");
        }
        int looks = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            String shown = commandLines(process.toHandle());
            assertThat(shown).doesNotContain(Guarded.PIECE);
            looks += shown.contains("--password-stdin") ? 1 : 0;
        }
        String said = Files.readString(directory.resolve("said.txt"));
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).doesNotContain(Guarded.PIECE);
        assertThat(looks).isGreaterThan(5);
        RUNS.incrementAndGet();
        nothingIsLeft();
    }

    private static String commandLines(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().commandLine().orElse("") + " "
                        + Arrays.toString(each.info().arguments().orElse(new String[0])))
                .collect(Collectors.joining("\n"));
    }
}
