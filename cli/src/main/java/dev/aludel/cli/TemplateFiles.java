package dev.aludel.cli;

import dev.aludel.autogenerate.render.ScriptTemplate;
import dev.aludel.cli.project.Unreadable;
import dev.aludel.command.Environment;
import dev.aludel.config.Configuration;
import dev.aludel.config.Option;
import dev.aludel.config.Options;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the looks of new migrations that the project has files for. */
final class TemplateFiles {
    private final Path directory;
    private final Configuration configuration;

    TemplateFiles(Path directory, Configuration configuration) {
        this.directory = directory;
        this.configuration = configuration;
    }

    Environment.Templates read() {
        return new Environment.Templates(
                find(Options.JAVA_TEMPLATE, ScriptTemplate::java).orElseGet(ScriptTemplate::standardJava),
                find(Options.SQL_TEMPLATE, ScriptTemplate::sql).orElseGet(ScriptTemplate::standardSql));
    }

    private Optional<ScriptTemplate> find(Option<String> option, BiFunction<String, String, ScriptTemplate> reader) {
        return configuration.find(option).map(file -> reader.apply(file, text(option, file)));
    }

    private String text(Option<String> option, String file) {
        Path path = directory.resolve(file);
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The template " + file + " cannot be read: " + Unreadable.why(path, failure) + ".",
                            failure)
                    .at(configuration.findPlace(option).orElse(option.property()))
                    .state("No file was written.")
                    .remedy("Name a readable UTF-8 file in " + option.property() + ".");
        }
    }
}
