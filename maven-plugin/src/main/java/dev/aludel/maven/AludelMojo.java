package dev.aludel.maven;

import dev.aludel.cli.AludelCommandLine;
import dev.aludel.cli.Shell;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.utils.logging.MessageUtils;
import org.jspecify.annotations.Nullable;

/** Runs one command of the command line in the project that Maven builds. */
abstract class AludelMojo extends AbstractMojo {
    /** Configuration file; default $ALUDEL_CONFIG, else aludel.properties here. */
    @Parameter(property = "aludel.config")
    private @Nullable String config;

    /** A named environment of that file (aludel.NAME.url=…). */
    @Parameter(property = "aludel.name")
    private @Nullable String name;

    /** JDBC URL; default $ALUDEL_URL, the configuration, then the application's own settings. */
    @Parameter(property = "aludel.url")
    private @Nullable String url;

    /** Database user; $ALUDEL_USER. */
    @Parameter(property = "aludel.user")
    private @Nullable String user;

    /** Database password; better $ALUDEL_PASSWORD or --password-file. */
    @Parameter(property = "aludel.password")
    private @Nullable String password;

    /** File whose first line is the password. */
    @Parameter(property = "aludel.password-file")
    private @Nullable String passwordFile;

    /** A free argument for migrations (op.argument) and listeners; repeatable. */
    @Parameter(property = "aludel.x")
    private @Nullable List<String> x;

    /** Migration directory; repeatable. */
    @Parameter(property = "aludel.directory")
    private @Nullable List<String> directory;

    /** Output: text or json (one document on standard output). */
    @Parameter(property = "aludel.format")
    private @Nullable String format;

    /** Say more: every statement of a run, every field of a list. */
    @Parameter(property = "aludel.verbose")
    private boolean verbose;

    /** File for the results: text, JSON or SQL; default the log, for JSON and SQL standard output. */
    @Parameter(property = "aludel.output")
    private @Nullable String output;

    /** Leave the goal out. */
    @Parameter(property = "aludel.skip")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private PluginDescriptor plugin;

    /** The command's name, its own options and its operands. */
    abstract Words words();

    /** All words of the call. */
    final Words line() {
        return words().option("--config", config)
                .option("--name", name)
                .option("--url", url)
                .option("--user", user)
                .option("--password", password)
                .option("--password-file", passwordFile)
                .options("-x", x)
                .options("--directory", directory)
                .option("--format", format)
                .flag("--verbose", verbose);
    }

    /** Where {@code init} begins; all others take every directory. */
    final @Nullable String firstDirectory() {
        return directory == null || directory.isEmpty() ? null : directory.get(0);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: aludel.skip is set.");
        } else if (isParentOnly()) {
            getLog().info("Skipped: packaging pom, and no " + configuration() + " here.");
        } else {
            run(line());
        }
    }

    private void run(Words words) throws MojoExecutionException, MojoFailureException {
        boolean colored = output == null && MessageUtils.isColorEnabled();
        words.flag("--stacktrace", getLog().isDebugEnabled()).option("--color", colored ? "always" : "never");
        try (Output said = new Output(getLog(), results(words))) {
            Shell shell = new Shell(System.getenv(), directoryOfProject(), classPath(), modelPath(), said.terminal());
            int exitCode = new AludelCommandLine(shell).run(words.toArray());
            if (exitCode != 0) {
                throw new MojoFailureException(Failures.describe(said.failure(), exitCode));
            }
        }
    }

    private Optional<PrintStream> results(Words words) throws MojoExecutionException {
        if (output != null) {
            return Results.toFile(directoryOfProject().resolve(output));
        }
        boolean forPrograms = words.has("--sql") || "json".equalsIgnoreCase(format);
        return forPrograms ? Results.toStandardOutput() : Optional.empty();
    }

    /** Builds of several modules name the goal once for all of them; their parents have neither entities nor migrations. */
    private boolean isParentOnly() {
        Stream<String> given = directory == null ? Stream.empty() : directory.stream();
        return project.getPackaging().equals("pom")
                && Stream.concat(Stream.of(configuration()), given)
                        .map(directoryOfProject()::resolve)
                        .noneMatch(Files::exists);
    }

    private String configuration() {
        return config == null ? "aludel.properties" : config;
    }

    private Path directoryOfProject() {
        return project.getBasedir().toPath();
    }

    private Optional<List<Path>> classPath() throws MojoExecutionException {
        try {
            List<Path> path = new ArrayList<>();
            for (String element : project.getRuntimeClasspathElements()) {
                path.add(Path.of(element));
            }
            return Optional.of(path);
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("Maven has not resolved the project's libraries.", unresolved);
        }
    }

    private List<Path> modelPath() {
        return plugin.getArtifacts().stream()
                .filter(artifact -> artifact.getArtifactId().equals("aludel-jpa"))
                .map(Artifact::getFile)
                .map(File::toPath)
                .toList();
    }
}
