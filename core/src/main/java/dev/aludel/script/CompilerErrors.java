package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Turns what the compiler says into one message over all files: the place, the compiler's words, the line with a mark
 * where it stopped, and what was probably meant.
 */
final class CompilerErrors {
    private final Map<JavaFileObject, Script> sources;
    private final CompilerHints hints = new CompilerHints();

    CompilerErrors(Map<JavaFileObject, Script> sources) {
        this.sources = sources;
    }

    /**
     * The failure for these diagnostics, of which at least the errors count.
     *
     * @param rest what the compiler said outside of diagnostics; shown where there is no error
     */
    AludelException failure(List<Diagnostic<? extends JavaFileObject>> diagnostics, String rest) {
        Set<String> files = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                Optional<Script> script = findScript(diagnostic);
                script.ifPresent(found -> files.add(found.file()));
                errors.add(script.map(found -> describe(diagnostic, found))
                        .orElseGet(() -> diagnostic.getMessage(Locale.ROOT)));
            }
        }
        return AludelException.of(ErrorCode.MIGRATION_NOT_COMPILING, what(files))
                .at(errors.isEmpty() ? rest : String.join("\n", errors))
                .state("Nothing was run; the database is as it was.")
                .remedy("Correct the file" + (files.size() > 1 ? "s" : "")
                        + " and run the same command again. What `op` offers: docs/reference/operations.md.");
    }

    private static String what(Set<String> files) {
        return switch (files.size()) {
            case 0 -> "A migration does not compile.";
            case 1 -> "The migration " + files.iterator().next() + " does not compile.";
            default -> files.size() + " migrations do not compile.";
        };
    }

    private Optional<Script> findScript(Diagnostic<? extends JavaFileObject> diagnostic) {
        return Optional.ofNullable(diagnostic.getSource()).flatMap(source -> Optional.ofNullable(sources.get(source)));
    }

    private String describe(Diagnostic<? extends JavaFileObject> diagnostic, Script script) {
        String message = diagnostic.getMessage(Locale.ROOT);
        String shown = message.replace("java.lang.", "").replace("dev.aludel.migration.", "");
        String hint = hints.find(diagnostic.getCode(), message)
                .map(text -> "\n" + text)
                .orElse("");
        return script.file() + ":" + diagnostic.getLineNumber() + "\n"
                + (shown + sourceLine(diagnostic, script) + hint)
                        .lines()
                        .map(line -> "  " + line)
                        .collect(Collectors.joining("\n"));
    }

    private static String sourceLine(Diagnostic<? extends JavaFileObject> diagnostic, Script script) {
        if (!(script.body() instanceof Script.JavaSource source) || diagnostic.getPosition() == Diagnostic.NOPOS) {
            return "";
        }
        String text = source.text();
        int position = (int) Math.min(diagnostic.getPosition(), text.length());
        int start = text.lastIndexOf('\n', position - 1) + 1;
        String line = text.substring(start).lines().findFirst().orElse("");
        int indent = line.length() - line.stripLeading().length();
        int column = Math.max(0, Math.min(position - start, line.stripTrailing().length()) - indent);
        return "\n| " + line.strip().replace('\t', ' ') + "\n| " + " ".repeat(column) + "^";
    }
}
