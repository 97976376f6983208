package dev.aludel.examples.services;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code start}, {@code stop} and {@code status}, each for all services or the named ones. */
@Command(
        name = "services",
        description = "Starts and stops real PostgreSQL, Redis and Keycloak for development, without Docker.",
        footer = {
            "",
            "Ports and credentials come from the environment: DB_HOST, DB_PORT, DB_USER,",
            "DB_PASSWORD, DB_NAME, REDIS_HOST, REDIS_PORT, KEYCLOAK_PORT and",
            "KEYCLOAK_MANAGEMENT_PORT. Data, logs and pid files are in .services/<name>."
        })
public final class Main implements Runnable {

    private static final int FAILED = 1;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "The project's directory; here unless told.")
    Path directory = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say start, stop or status.");
    }

    @Command(description = "Start and wait until healthy.")
    int start(@Parameters(arity = "0..*", paramLabel = "SERVICE") List<String> names) {
        services().start(array(names));
        return 0;
    }

    @Command(description = "Stop and wait until gone. Data stays.")
    int stop(@Parameters(arity = "0..*", paramLabel = "SERVICE") List<String> names) {
        services().stop(array(names));
        return 0;
    }

    @Command(description = "Say what is running; fails when something is not.")
    int status(@Parameters(arity = "0..*", paramLabel = "SERVICE") List<String> names) {
        List<Services.Status> all = services().status(array(names));
        for (Services.Status one : all) {
            String state = one.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out().printf("%-10s %-14s %s%n", one.name(), state, one.url());
        }
        out().flush();
        return all.stream().allMatch(one -> one.state() == Services.State.RUNNING) ? 0 : FAILED;
    }

    private Services services() {
        return Services.of(directory, Settings.of(System.getenv()), line -> {
            out().println(line);
            out().flush();
        });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String[] array(List<String> names) {
        return names == null ? new String[0] : names.toArray(new String[0]);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof ServicesException) {
            command.getErr().println("error: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
