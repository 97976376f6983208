package dev.aludel.cli;

import dev.aludel.autogenerate.DraftRewriter;
import dev.aludel.cli.project.EntityFreshness;
import dev.aludel.command.Database;
import dev.aludel.command.Environment;
import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.command.PostWriteHooks;
import dev.aludel.config.Configuration;
import dev.aludel.config.Option;
import dev.aludel.config.Options;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.runtime.HistoryTable;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Timeouts;
import dev.aludel.runtime.Transactions;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.TableFilter;
import dev.aludel.schema.TableName;
import dev.aludel.script.FileNames;
import dev.aludel.script.SchemaScript;
import dev.aludel.script.ScriptDirectory;
import dev.aludel.script.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts together what a command needs to know, from options, configuration and the project. */
final class EnvironmentFactory {
    private final Shell shell;
    private final GlobalOptions options;
    private final ProjectContext project;
    private final Configuration configuration;

    private EnvironmentFactory(Shell shell, GlobalOptions options, Printer printer) {
        this.shell = shell;
        this.options = options;
        this.configuration = ConfigurationFile.read(shell, options);
        this.project = new ProjectContext(shell, configuration, printer::note);
    }

    static Environment create(Shell shell, GlobalOptions options, Printer printer) {
        return new EnvironmentFactory(shell, options, printer).create(printer);
    }

    static Function<String, Database> databases(Shell shell, GlobalOptions options, Printer printer) {
        return new EnvironmentFactory(shell, options, printer).database()::at;
    }

    private ProjectDatabase database() {
        return new ProjectDatabase(shell, options, configuration, project);
    }

    private Environment create(Printer printer) {
        ScriptDirectory directory =
                new ScriptDirectory(directories(), shell.directory(), configuration.get(Options.RECURSIVE));
        HistoryTable tables = new HistoryTable(
                TableName.parse(configuration.get(Options.HISTORY_TABLE)),
                TableName.parse(configuration.get(Options.LOG_TABLE)));
        Environment.Comparison comparison = new Environment.Comparison(
                configuration.get(Options.SCHEMAS),
                new TableFilter(configuration.get(Options.INCLUDE), configuration.get(Options.EXCLUDE)),
                Once.of(() -> extensions(Options.REWRITERS, DraftRewriter.class)));
        return new Environment(
                directory,
                scripts(directory),
                database(),
                model(),
                tables,
                comparison,
                new Timeouts(
                        configuration.get(Options.LOCK_TIMEOUT),
                        configuration.get(Options.TABLE_LOCK_TIMEOUT),
                        configuration.get(Options.TABLE_LOCK_RETRY),
                        configuration.get(Options.STATEMENT_TIMEOUT)),
                OnDatabaseAhead.valueOf(
                        configuration.get(Options.ON_DATABASE_AHEAD).toUpperCase(Locale.ROOT)),
                writing(),
                Clock.systemUTC(),
                listener(new RunPrinter(printer, options.verbose)),
                shell.interruption(),
                Transactions.valueOf(configuration.get(Options.TRANSACTIONS).toUpperCase(Locale.ROOT)));
    }

    private Supplier<Scripts> scripts(ScriptDirectory directory) {
        return Once.of(() -> directory.load(project::classPath, project::loader).withArguments(options.arguments));
    }

    private List<Path> directories() {
        List<String> given = options.directories.isEmpty() ? configuration.get(Options.DIRECTORY) : options.directories;
        if (given.isEmpty()) {
            throw AludelException.of(ErrorCode.NO_DIRECTORY, "No migration directory is configured.")
                    .at(shell.directory().toString())
                    .state("Nothing was run.")
                    .remedy("Write `aludel.directory=src/main/java/…/migrations/versions` into aludel.properties here,"
                            + " or pass --directory DIR. Run aludel in the project's own directory.");
        }
        List<Path> directories = given.stream()
                .map(shell.directory()::resolve)
                .map(Path::normalize)
                .toList();
        for (Path each : directories) {
            if (Files.exists(each) && !Files.isDirectory(each)) {
                throw AludelException.of(ErrorCode.NO_DIRECTORY, "The migration directory is a file.")
                        .at(each.toString())
                        .state("Nothing was run.")
                        .remedy("Name a directory in aludel.directory.");
            }
        }
        return directories;
    }

    private Environment.Writing writing() {
        boolean sql = configuration.get(Options.LANGUAGE).equals("sql");
        FileNames names = new FileNames(
                configuration.get(Options.FILE_TEMPLATE),
                configuration.get(Options.TIMEZONE),
                configuration.get(Options.SLUG_LENGTH));
        if (names.hasFolders() && !configuration.get(Options.RECURSIVE)) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "aludel.file-template puts new files into folders, where they would not be found again.")
                    .at(configuration.findPlace(Options.FILE_TEMPLATE).orElse("aludel.properties"))
                    .state("Nothing was run.")
                    .remedy("Set aludel.recursive=true, or leave the slash out.");
        }
        return new Environment.Writing(
                sql ? Environment.Language.SQL : Environment.Language.JAVA,
                names,
                Once.of(() -> new TemplateFiles(shell.directory(), configuration).read()),
                new PostWriteHooks(configuration.get(Options.POST_WRITE), shell.directory()));
    }

    private MigrationListener listener(RunPrinter own) {
        return new ProjectListeners(Once.of(() -> {
            List<MigrationListener> all = new ArrayList<>(List.of(own));
            all.addAll(extensions(Options.LISTENERS, MigrationListener.class));
            return all;
        }));
    }

    private <T> List<T> extensions(Option<List<String>> option, Class<T> type) {
        List<String> names = configuration.get(option);
        return names.isEmpty() ? List.of() : Extensions.load(option, names, type, project.loader());
    }

    private Environment.Model model() {
        String source = configuration.get(Options.MODEL);
        return source.equals("entities")
                ? new Environment.Model.Entities(this::entities)
                : new Environment.Model.Sql(() -> SchemaScript.read(shell.directory(), source));
    }

    private ModelSource entities(String product, int major, int minor) {
        new EntityFreshness(shell.directory(), directories()).check();
        ModelSource.Provider provider = ServiceLoader.load(ModelSource.Provider.class, project.loader())
                .findFirst()
                .orElseThrow(
                        () -> AludelException.of(ErrorCode.NO_MODEL, "This Aludel has no part that reads entities.")
                                .remedy("Use the whole distribution: its folder `model` holds aludel-jpa."));
        return provider.create(new ModelSource.Request(
                project.loader(), project.classRoots(), project.modelSettings(), product, major, minor));
    }
}
