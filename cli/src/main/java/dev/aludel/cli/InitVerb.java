package dev.aludel.cli;

import dev.aludel.cli.project.Build;
import dev.aludel.cli.project.ProjectFacts;
import dev.aludel.command.InitCommand;
import dev.aludel.config.Configuration;
import dev.aludel.config.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aludel init [DIR]}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a project ready: writes aludel.properties and the migration directory.",
        footerHeading = "%nExamples:%n",
        footer = {"  aludel init", "  aludel init db/migrations"})
final class InitVerb implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AludelCommand root;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The migration directory; default: beside the application's code.")
    private Optional<Path> directory = Optional.empty();

    @Override
    public Integer call() {
        Session session = root.session();
        if (directory.isPresent() && !session.options().directories.isEmpty()) {
            throw OptionRules.both("DIR", "--directory", "both are the migration directory.");
        }
        Path project = session.directory();
        ProjectFacts facts = ProjectFacts.look(project);
        Path file = session.options().config.orElse(Path.of("aludel.properties"));
        Configuration before = session.configurationIfThere();
        Path folder = directory
                .or(() -> first(session.options().directories))
                .or(() -> first(before.get(Options.DIRECTORY)))
                .orElseGet(facts::migrationDirectory);
        InitCommand.Result made = new InitCommand(project).run(file, folder);
        session.printer().document(document(facts, made, file, folder));
        Printer printer = session.printer();
        printer.line("Found   " + found(facts));
        printer.success(made.configurationWritten() ? "Wrote   " + file : "Kept    " + file + " (it was there)");
        printer.success((made.directoryMade() ? "Made    " : "Kept    ") + folder);
        if (!made.configurationWritten()
                && !before.get(Options.DIRECTORY).contains(folder.toString().replace('\\', '/'))) {
            printer.warning("Set aludel.directory=" + folder + " in " + file + ": it names another directory.");
        }
        printer.line("");
        printer.line("Next:");
        next(facts).forEach(step -> printer.line("  - " + step));
        return 0;
    }

    private static Optional<Path> first(List<String> directories) {
        return directories.stream().findFirst().map(Path::of);
    }

    private static String found(ProjectFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (facts.build()) {
                    case MAVEN -> "Maven";
                    case GRADLE -> "Gradle";
                    case NONE -> "no build file";
                });
        if (facts.springBoot()) {
            parts.add("Spring Boot");
        }
        parts.add(
                facts.entityPackages().isEmpty()
                        ? "no entities"
                        : "entities in " + String.join(", ", facts.entityPackages()));
        return String.join("; ", parts);
    }

    private static List<String> next(ProjectFacts facts) {
        List<String> steps = new ArrayList<>();
        if (!facts.knowsAludel() && facts.build() != Build.NONE) {
            steps.add("Add dev.aludel:aludel-core to the build: the words that Java migrations are written in.");
        }
        if (facts.build() == Build.GRADLE) {
            steps.add("Set aludel.classpath in aludel.properties: Gradle cannot be asked for it.");
        }
        steps.add(
                facts.entityPackages().isEmpty()
                        ? "Write the first migration:   aludel revision -m \"Initial schema\""
                        : "Write the first migration:   aludel revision --autogenerate -m \"Initial schema\"");
        steps.add("Read it, then apply it:      aludel upgrade head");
        steps.add("Where tables exist already, autogenerate on an empty database, then: aludel stamp head");
        return steps;
    }

    private static Map<String, Object> document(ProjectFacts facts, InitCommand.Result made, Path file, Path folder) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("configuration", file.toString());
        document.put("configuration_written", made.configurationWritten());
        document.put("directory", folder.toString());
        document.put("directory_made", made.directoryMade());
        document.put("build", facts.build().name().toLowerCase(Locale.ROOT));
        document.put("spring_boot", facts.springBoot());
        document.put("entity_packages", facts.entityPackages());
        return document;
    }
}
