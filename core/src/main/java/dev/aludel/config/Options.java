package dev.aludel.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All options of {@code aludel.properties}. */
public final class Options {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern TABLE = Pattern.compile("[^\\s.,;'\"]+(\\.[^\\s.,;'\"]+)?");
    private static final Pattern TEMPLATE =
            Pattern.compile("(?!/)(?:[A-Za-z0-9_/-]++|%\\{(?:rev|slug|year|month|day|hour|minute|second|epoch)})++");

    public static final Option<String> URL = new Option<>(
            "url",
            "a JDBC URL such as jdbc:postgresql://localhost:5432/shop",
            Options::url,
            Optional.empty(),
            "The database; default: what the application uses.");
    public static final Option<String> USER = text("user", "text", "The database user.");
    public static final Option<Secret> PASSWORD = new Option<>(
            "password",
            "text",
            Secret::new,
            Optional.empty(),
            "The database password; better in ALUDEL_PASSWORD, or as ${NAME} from the environment.");
    public static final Option<List<String>> DIRECTORY = list(
            "directory",
            "directories, separated by commas",
            "Where the migrations are; a new one goes beside its parent, or where --version-path says.");
    public static final Option<Boolean> RECURSIVE = new Option<>(
            "recursive",
            "true or false",
            Options::truth,
            Optional.of("false"),
            "Whether folders inside the directories are searched too; links are not followed.");
    public static final Option<String> LANGUAGE = new Option<>(
            "script.format", "java or sql", Options::language, Optional.of("java"), "The language of new migrations.");
    public static final Option<String> FILE_TEMPLATE = new Option<>(
            "file-template",
            "letters, digits, '_', '-', '/' and %{rev} (required) %{slug} %{year} %{month} %{day} %{hour} %{minute} %{second}"
                    + " %{epoch}",
            Options::template,
            Optional.of("%{year}%{month}%{day}_%{hour}%{minute}_%{rev}_%{slug}"),
            "The names of new files, without extension; sort by time when the time stands first."
                    + " Java files get an M in front where the name begins with a digit.");
    public static final Option<Integer> SLUG_LENGTH = new Option<>(
            "slug-length",
            "a number from 1 to 200",
            Options::slugLength,
            Optional.of("40"),
            "At most so many characters of the message stand in a file's name.");
    public static final Option<ZoneId> TIMEZONE = new Option<>(
            "timezone",
            "a time zone such as UTC or Europe/Prague",
            Options::zone,
            Optional.of("UTC"),
            "The clock in file names.");
    public static final Option<String> JAVA_TEMPLATE = text(
            "template.java",
            "a file with the places ${package} ${imports} ${javadoc} ${annotation} ${class} ${upgrade} ${downgrade}",
            "How new Java migrations look; also ${revision} ${down} ${created} ${message}.");
    public static final Option<String> SQL_TEMPLATE = text(
            "template.sql",
            "a file with the places ${header} ${upgrade} ${downgrade}",
            "How new SQL migrations look; also ${revision} ${down} ${created} ${message}.");
    public static final Option<List<String>> POST_WRITE = new Option<>(
            "post-write",
            "commands, separated by semicolons; {file} stands for the new file",
            text -> split(text, ";"),
            Optional.of(""),
            "Programs that are run over every new migration file, for example a formatter; started without a shell.");
    public static final Option<List<String>> REWRITERS = list(
            "rewriters",
            "class names, separated by commas",
            "Classes of the project that implement dev.aludel.autogenerate.DraftRewriter and change what autogenerate found.");
    public static final Option<List<String>> LISTENERS = list(
            "listeners",
            "class names, separated by commas",
            "Classes of the project that implement dev.aludel.runtime.MigrationListener and hear what runs.");
    public static final Option<String> MODEL = new Option<>(
            "model.source",
            "entities, an .sql file, or a folder of them with a slash at its end",
            Options::modelSource,
            Optional.of("entities"),
            "What the schema shall be: JPA entities, or SQL that makes all of it from an empty database.");
    public static final Option<List<String>> CLASS_ROOTS = list(
            "model.class-roots",
            "directories or jars, separated by commas",
            "Where entities are searched; default: what the project's build compiles to.");
    public static final Option<List<String>> PACKAGES = list(
            "model.packages",
            "packages, separated by commas",
            "Only entities of these packages and those below them; default: all.");
    public static final Option<List<String>> CLASS_PATH = list(
            "classpath",
            "directories, jars and DIR/* for the jars of a directory, separated by commas",
            "The project's class path, where Maven shall not be asked for it.");
    public static final Option<List<String>> SCHEMAS = list(
            "schemas",
            "names or patterns with * and ?, separated by commas",
            "The schemas to compare; default: the connection's current one.");
    public static final Option<List<String>> INCLUDE = list(
            "include-tables",
            "names or patterns such as shop_* or legacy.*, separated by commas",
            "Only these tables and sequences of model and database are compared; default: all.");
    public static final Option<List<String>> EXCLUDE = list(
            "exclude-tables",
            "names or patterns such as audit_* or legacy.*, separated by commas",
            "Tables and sequences that are not compared and left alone.");
    public static final Option<String> HISTORY_TABLE = new Option<>(
            "history-table",
            "a table's name, with or without its schema",
            Options::table,
            Optional.of("aludel_history"),
            "Where Aludel keeps which revisions are applied.");
    public static final Option<String> LOG_TABLE = new Option<>(
            "log-table",
            "a table's name, with or without its schema",
            Options::table,
            Optional.of("aludel_log"),
            "Where Aludel keeps what it did and when.");
    public static final Option<Duration> LOCK_TIMEOUT =
            duration("lock-timeout", "60s", "How long to wait for another run of Aludel.");
    public static final Option<Duration> TABLE_LOCK_TIMEOUT = duration(
            "table-lock-timeout",
            "3s",
            "How long a statement waits for locks of other sessions, while others queue behind it; 0s: as the database has it.");
    public static final Option<Duration> TABLE_LOCK_RETRY = duration(
            "table-lock-retry",
            "5m",
            "For how long a migration that waited in vain for such a lock is tried again, with growing pauses; 0s: not at all.");
    public static final Option<Duration> STATEMENT_TIMEOUT =
            duration("statement-timeout", "0s", "How long one statement may run; 0s: as the database has it.");

    public static final Option<String> ON_DATABASE_AHEAD = new Option<>(
            "on-database-ahead",
            "fail, warn or ignore",
            Options::onAhead,
            Optional.of("fail"),
            "What upgrade does where the database has revisions that the files do not have, as after a release that was taken back.");

    public static final Option<String> TRANSACTIONS = new Option<>(
            "transactions",
            "migration, run or none",
            Options::transactions,
            Optional.of("migration"),
            "One transaction for each migration, one for the whole run (all or nothing), or none: each statement is committed and counted."
                    + " The header of a migration may choose `transactions` migration or none for itself.");

    private static final List<Option<?>> ALL = List.of(
            URL,
            USER,
            PASSWORD,
            DIRECTORY,
            RECURSIVE,
            LANGUAGE,
            FILE_TEMPLATE,
            SLUG_LENGTH,
            TIMEZONE,
            JAVA_TEMPLATE,
            SQL_TEMPLATE,
            POST_WRITE,
            REWRITERS,
            LISTENERS,
            MODEL,
            CLASS_ROOTS,
            PACKAGES,
            CLASS_PATH,
            SCHEMAS,
            INCLUDE,
            EXCLUDE,
            HISTORY_TABLE,
            LOG_TABLE,
            LOCK_TIMEOUT,
            TABLE_LOCK_TIMEOUT,
            TABLE_LOCK_RETRY,
            STATEMENT_TIMEOUT,
            TRANSACTIONS,
            ON_DATABASE_AHEAD);

    private Options() {}

    /** Every option, in the order of the reference. */
    public static List<Option<?>> all() {
        return ALL;
    }

    private static Option<String> text(String key, String form, String description) {
        return new Option<>(key, form, Function.identity(), Optional.empty(), description);
    }

    private static Option<List<String>> list(String key, String form, String description) {
        return new Option<>(key, form, text -> split(text, ","), Optional.of(""), description);
    }

    private static Option<Duration> duration(String key, String fallback, String description) {
        return new Option<>(
                key, "a duration such as 500ms, 60s, 5m", Options::duration, Optional.of(fallback), description);
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String language(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        require(lower.equals("java") || lower.equals("sql"));
        return lower;
    }

    private static String transactions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        require(List.of("migration", "run", "none").contains(lower));
        return lower;
    }

    private static String onAhead(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        require(List.of("fail", "warn", "ignore").contains(lower));
        return lower;
    }

    private static String modelSource(String text) {
        require(text.equals("entities") || text.toLowerCase(Locale.ROOT).endsWith(".sql") || text.endsWith("/"));
        return text;
    }

    private static String url(String text) {
        require(text.startsWith("jdbc:"));
        return text;
    }

    private static String template(String text) {
        require(text.contains("%{rev}") && TEMPLATE.matcher(text).matches());
        return text;
    }

    private static String table(String text) {
        require(TABLE.matcher(text).matches());
        return text;
    }

    private static boolean truth(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        require(lower.equals("true") || lower.equals("false"));
        return lower.equals("true");
    }

    private static int slugLength(String text) {
        int length = Integer.parseInt(text);
        require(length >= 1 && length <= 200);
        return length;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        require(matcher.matches());
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
