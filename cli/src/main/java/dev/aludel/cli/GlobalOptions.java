package dev.aludel.cli;

import dev.aludel.command.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command understands, before or after its name. */
final class GlobalOptions {

    /** How results are written; the last two are for `revision` and name the language of the new file. */
    enum Format {
        text,
        json,
        java,
        sql
    }

    /** When to colour. */
    enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration file; default $ALUDEL_CONFIG, else aludel.properties here.")
    Optional<Path> config = Optional.empty();

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "A named environment of that file (aludel.NAME.url=…).")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "JDBC URL; default $ALUDEL_URL, the configuration, then the application's own settings.")
    Optional<String> url = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "Database user; $ALUDEL_USER.")
    Optional<String> user = Optional.empty();

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            scope = ScopeType.INHERIT,
            description = "Database password; better $ALUDEL_PASSWORD or --password-file.")
    Optional<String> password = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File whose first line is the password.")
    Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--password-stdin",
            scope = ScopeType.INHERIT,
            description = "Read the password from the first line of standard input.")
    boolean passwordStdin;

    @Option(
            names = "-x",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            scope = ScopeType.INHERIT,
            description = "A free argument for migrations (op.argument) and listeners; repeatable.")
    Map<String, String> arguments = new LinkedHashMap<>();

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Migration directory; repeatable.")
    List<String> directories = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "Output: text or json (one document on standard output).")
    Format format = Format.text;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more: every statement of a run, every field of a list.")
    boolean verbose;

    @Option(names = "--color", paramLabel = "WHEN", scope = ScopeType.INHERIT, description = "auto, always or never.")
    Color color = Color.auto;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the code an error came from.")
    boolean stacktrace;

    /** The language that is asked for, else the project's. */
    Environment.Language language(Environment environment) {
        return switch (format) {
            case sql -> Environment.Language.SQL;
            case java -> Environment.Language.JAVA;
            default -> environment.writing().language();
        };
    }

    /** True when the format is one of new files, not one of results. */
    boolean isLanguage() {
        return format == Format.sql || format == Format.java;
    }

    /** Refuses what would make one option silence another. */
    void requireConsistent() {
        if (quiet && verbose) {
            throw OptionRules.both("--quiet", "--verbose", "one asks for less, the other for more.");
        }
        List<String> passwords = new ArrayList<>();
        password.ifPresent(given -> passwords.add("--password"));
        passwordFile.ifPresent(given -> passwords.add("--password-file"));
        if (passwordStdin) {
            passwords.add("--password-stdin");
        }
        if (passwords.size() > 1) {
            throw OptionRules.both(passwords.get(0), passwords.get(1), "there is one password.");
        }
    }

    boolean isJson() {
        return format == Format.json;
    }
}
