package dev.aludel.jpa;

import dev.aludel.command.Answers;
import dev.aludel.command.CheckCommand;
import dev.aludel.command.Database;
import dev.aludel.command.DowngradeCommand;
import dev.aludel.command.Environment;
import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.command.PostWriteHooks;
import dev.aludel.command.RevisionCommand;
import dev.aludel.command.SchemaDifference;
import dev.aludel.command.UpgradeCommand;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.runtime.HistoryTable;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Timeouts;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableFilter;
import dev.aludel.script.FileNames;
import dev.aludel.script.ScriptDirectory;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A project of these entities, driven with Aludel's own commands. */
record AludelProject(
        ModelSource.Request request, String url, List<String> schemas, Path directory, Environment.Language language) {

    /** {@code aludel check}: what the next migration would do, one line a difference. */
    List<String> check() {
        return new CheckCommand(environment())
                .run().differences().stream().map(AludelProject::describe).toList();
    }

    /** {@code aludel revision --autogenerate}. */
    void revise() {
        RevisionCommand.Result written = new RevisionCommand(environment())
                .run(new RevisionCommand.Request(
                        "whole model",
                        true,
                        List.of("head"),
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        language,
                        Optional.empty(),
                        Answers.none()));
        if (written.file().isEmpty()) {
            throw new IllegalStateException("nothing was written");
        }
    }

    /** {@code aludel upgrade head}. */
    void upgrade() {
        new UpgradeCommand(environment()).run("head");
    }

    /** {@code aludel downgrade base}. */
    void downgrade() {
        new DowngradeCommand(environment()).run("base");
    }

    /** What the database holds besides Aludel's own tables. */
    Schema live() {
        HistoryTable own = HistoryTable.standard();
        try (Connection connection = DriverManager.getConnection(url)) {
            return Dialects.forUrl(url)
                    .inspect(connection, new InspectOptions(schemas, Set.of(own.history(), own.log())));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All that a migration refers to. */
    private static String core() {
        return new File(Environment.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
    }

    private static String describe(SchemaDifference difference) {
        return difference.operation().describe() + "   -- " + String.join("; ", difference.sql());
    }

    private Environment environment() {
        ScriptDirectory scripts = new ScriptDirectory(List.of(directory), directory);
        return new Environment(
                scripts,
                () -> scripts.load(AludelProject::core, AludelProject.class::getClassLoader),
                new ProjectDatabase(url),
                new Environment.Model.Entities((product, major, minor) -> new JpaModelSource(new ModelSource.Request(
                        request.classLoader(), request.classRoots(), request.settings(), product, major, minor))),
                HistoryTable.standard(),
                new Environment.Comparison(schemas, TableFilter.all(), List::of),
                Timeouts.standard(),
                OnDatabaseAhead.FAIL,
                new Environment.Writing(
                        language,
                        new FileNames("%{rev}_%{slug}", ZoneOffset.UTC, 40),
                        Environment.Templates::standard,
                        PostWriteHooks.none()),
                Clock.systemUTC(),
                new MigrationListener() {});
    }

    private record ProjectDatabase(String url) implements Database {
        @Override
        public Dialect dialect() {
            return Dialects.forUrl(url);
        }

        @Override
        public String describe() {
            return url;
        }

        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection open(UnaryOperator<String> other) throws SQLException {
            return DriverManager.getConnection(other.apply(url));
        }
    }
}
