package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Finds the Java package that belongs to a directory. */
final class JavaPackages {
    private JavaPackages() {}

    /** The package of the migrations that stand there; else what follows {@code src/main/java}; else none. */
    static String of(Path directory, Scripts scripts) {
        Path folder = directory.toAbsolutePath().normalize();
        return scripts.graph().revisions().stream()
                .map(revision -> scripts.require(revision.id()))
                .filter(script -> script.path()
                        .map(path -> path.toAbsolutePath().normalize().getParent())
                        .filter(folder::equals)
                        .isPresent())
                .flatMap(script -> packageOf(script).stream())
                .findFirst()
                .orElseGet(() -> requireLegal(fromSourceRoot(folder), folder));
    }

    private static String requireLegal(String name, Path folder) {
        if (name.isEmpty() || SourceVersion.isName(name)) {
            return name;
        }
        throw AludelException.of(
                        ErrorCode.INVALID_VALUE,
                        "The folder of the new file cannot be a Java package: '" + name + "' is no legal name.")
                .at(folder.toString())
                .state("No file was written.")
                .remedy(
                        "Begin the folders of aludel.file-template with a letter, as in y%{year}/%{rev}_%{slug}, or write"
                                + " SQL migrations: --format sql.");
    }

    private static Optional<String> packageOf(Script script) {
        if (!(script.body() instanceof Script.JavaSource source)) {
            return Optional.empty();
        }
        int dot = source.className().lastIndexOf('.');
        return Optional.of(dot < 0 ? "" : source.className().substring(0, dot));
    }

    private static String fromSourceRoot(Path folder) {
        List<String> names = new ArrayList<>();
        folder.forEach(part -> names.add(part.toString()));
        for (int i = names.size() - 3; i >= 0; i--) {
            if (names.get(i).equals("src") && names.get(i + 2).equals("java")) {
                return String.join(".", names.subList(i + 3, names.size()));
            }
        }
        return "";
    }
}
