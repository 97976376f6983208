package dev.aludel.cli;

import dev.aludel.cli.project.DatabaseSettings;
import dev.aludel.cli.project.Drivers;
import dev.aludel.cli.project.PersistenceXml;
import dev.aludel.cli.project.Unreadable;
import dev.aludel.command.Database;
import dev.aludel.config.Configuration;
import dev.aludel.config.Option;
import dev.aludel.config.Options;
import dev.aludel.config.Secret;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The database of a project: from options, variables, the configuration, or the application's own settings. */
final class ProjectDatabase implements Database {
    private final Shell shell;
    private final GlobalOptions options;
    private final Configuration configuration;
    private final ProjectContext project;
    private final Supplier<DatabaseSettings> settings;

    ProjectDatabase(Shell shell, GlobalOptions options, Configuration configuration, ProjectContext project) {
        this.shell = shell;
        this.options = options;
        this.configuration = configuration;
        this.project = project;
        this.settings = Once.of(() -> withUser(find()));
    }

    private ProjectDatabase(ProjectDatabase other, String url) {
        this.shell = other.shell;
        this.options = other.options;
        this.configuration = other.configuration;
        this.project = other.project;
        this.settings =
                Once.of(() -> withUser(new DatabaseSettings(url, Optional.empty(), Optional.empty(), "command line")));
    }

    /** Another database, with the user and password of options, variables and configuration where its URL has none. */
    Database at(String url) {
        return new ProjectDatabase(this, url);
    }

    @Override
    public Dialect dialect() {
        return Dialects.forUrl(settings.get().url());
    }

    @Override
    public String describe() {
        return settings.get().describe();
    }

    @Override
    public Connection open() throws SQLException {
        return Drivers.connect(project.loader(), dialect(), settings.get());
    }

    @Override
    public Connection open(UnaryOperator<String> url) throws SQLException {
        DatabaseSettings found = settings.get();
        return Drivers.connect(
                project.loader(),
                dialect(),
                new DatabaseSettings(url.apply(found.url()), found.user(), found.password(), found.source()));
    }

    private DatabaseSettings find() {
        return explicit()
                .or(() -> project.settings().findDatabase())
                .or(() -> PersistenceXml.findDatabase(project.persistence()))
                .orElseThrow(this::missing);
    }

    private DatabaseSettings withUser(DatabaseSettings base) {
        Optional<String> user =
                first(options.user, variable("ALUDEL_USER"), configuration.find(Options.USER), base.user());
        Optional<Secret> password = first(
                        options.password.map(Secret::new),
                        options.passwordFile.map(file -> passwordOf(file.toString())),
                        options.passwordStdin ? Optional.of(passwordOfStdin()) : Optional.empty(),
                        variable("ALUDEL_PASSWORD").map(Secret::new),
                        configuration.find(Options.PASSWORD))
                .or(base::password);
        return new DatabaseSettings(base.url(), user, password, base.source());
    }

    private Optional<DatabaseSettings> explicit() {
        return options.url
                .map(url -> new DatabaseSettings(url, Optional.empty(), Optional.empty(), "--url"))
                .or(() -> variable("ALUDEL_URL")
                        .map(url -> new DatabaseSettings(url, Optional.empty(), Optional.empty(), "ALUDEL_URL")))
                .or(() -> configuration
                        .find(Options.URL)
                        .map(url -> new DatabaseSettings(url, Optional.empty(), Optional.empty(), place(Options.URL))));
    }

    private Secret passwordOf(String file) {
        try {
            return new Secret(Files.readString(shell.directory().resolve(file))
                    .lines()
                    .findFirst()
                    .orElse(""));
        } catch (IOException failure) {
            Path path = shell.directory().resolve(file);
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The password file cannot be read: " + Unreadable.why(path, failure) + ".",
                            failure)
                    .at(path.toString())
                    .state("Nothing was run.")
                    .remedy("Name a readable file whose first line is the password.");
        }
    }

    private Secret passwordOfStdin() {
        try {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(shell.terminal().in(), StandardCharsets.UTF_8));
            return new Secret(Optional.ofNullable(input.readLine()).orElse(""));
        } catch (IOException failure) {
            throw AludelException.of(ErrorCode.INVALID_VALUE, "The password cannot be read: " + failure, failure)
                    .at("standard input")
                    .state("Nothing was run.")
                    .remedy("Pass it as the first line: printf '%s\\n' \"$SECRET\" | aludel --password-stdin …");
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(shell.environment().get(name)).filter(value -> !value.isEmpty());
    }

    @SafeVarargs
    private static <T> Optional<T> first(Optional<T>... candidates) {
        for (Optional<T> candidate : candidates) {
            if (candidate.isPresent()) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    private String place(Option<?> option) {
        return configuration.findPlace(option).map(place -> place + ": ").orElse("") + option.property();
    }

    private AludelException missing() {
        String files = String.join("\n", project.settings().files());
        return AludelException.of(ErrorCode.NO_DATABASE, "No database is configured.")
                .at(shell.directory().toString())
                .with(
                        "looked",
                        "--url, $ALUDEL_URL, aludel.url, spring.datasource.url, quarkus.datasource.jdbc.url, persistence.xml"
                                + (files.isEmpty() ? "\nno application settings are here" : "\n" + files))
                .state("Nothing was run.")
                .remedy("Run aludel in the application's directory, or pass --url jdbc:postgresql://HOST:PORT/NAME.");
    }
}
