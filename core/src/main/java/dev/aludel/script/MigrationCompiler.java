package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java scripts in this process and in memory: nothing is written, and only what must run is compiled. */
final class MigrationCompiler {
    private final Supplier<String> classPath;
    private final Supplier<ClassLoader> parent;

    /** The class path is what sources may refer to, in the platform's notation; the loader is its run-time twin. */
    MigrationCompiler(Supplier<String> classPath, Supplier<ClassLoader> parent) {
        this.classPath = classPath;
        this.parent = parent;
    }

    /** Compiles all scripts in one task and returns a loader that prefers the fresh classes. */
    ClassLoader compile(Collection<Script> scripts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_NOT_COMPILING,
                            "There is no Java compiler here: this is a run-time environment (JRE).")
                    .remedy("Run with a JDK (JAVA_HOME), or package the compiled migrations with the application.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<JavaFileObject, Script> sources = SourceText.of(scripts);
        try (MemoryOutput output = new MemoryOutput(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            StringWriter rest = new StringWriter();
            List<String> options = List.of(
                    "-proc:none", "-g", "-nowarn", "-Xlint:none", "-encoding", "UTF-8", "-classpath", classPath.get());
            boolean done = compiler.getTask(rest, output, diagnostics, options, null, sources.keySet())
                    .call();
            if (!done) {
                throw failure(diagnostics.getDiagnostics(), sources, rest.toString());
            }
            return new MemoryClassLoader(parent.get(), output.classes());
        }
    }

    private static AludelException failure(
            List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<JavaFileObject, Script> sources, String rest) {
        List<String> errors = new ArrayList<>();
        String file = "";
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                Script script = diagnostic.getSource() == null ? null : sources.get(diagnostic.getSource());
                file = script != null && file.isEmpty() ? script.file() : file;
                errors.add(script == null ? diagnostic.getMessage(Locale.ROOT) : describe(diagnostic, script));
            }
        }
        return AludelException.of(
                        ErrorCode.MIGRATION_NOT_COMPILING,
                        file.isEmpty()
                                ? "A migration does not compile."
                                : "The migration " + file + " does not compile.")
                .at(errors.isEmpty() ? rest : String.join("\n", errors))
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        "Correct the file and run the same command again. What `op` offers: docs/reference/operations.md.");
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic, Script script) {
        String place = script.file() + ":" + diagnostic.getLineNumber();
        return place + "\n  " + diagnostic.getMessage(Locale.ROOT).replace("\n", "\n  ")
                + sourceLine(diagnostic, script);
    }

    private static String sourceLine(Diagnostic<? extends JavaFileObject> diagnostic, Script script) {
        if (!(script.body() instanceof Script.JavaSource source) || diagnostic.getLineNumber() < 1) {
            return "";
        }
        return source.text()
                .lines()
                .skip(diagnostic.getLineNumber() - 1)
                .findFirst()
                .map(line -> "\n  | " + line.strip())
                .orElse("");
    }
}
