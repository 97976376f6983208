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
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java scripts in this process and in memory: nothing is written, and only what must run is compiled. */
final class MigrationCompiler {
    /** The last one: a slip in one file does not hide what is wrong in the others. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-nowarn", "-Xlint:none", "-encoding", "UTF-8", "-XDshould-stop.ifError=FLOW");

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
        try (MemoryOutput output = MemoryOutput.of(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            StringWriter rest = new StringWriter();
            List<String> options = new ArrayList<>(OPTIONS);
            options.addAll(List.of("-classpath", classPath.get()));
            boolean done = compiler.getTask(rest, output, diagnostics, options, null, sources.keySet())
                    .call();
            if (!done) {
                throw new CompilerErrors(sources).failure(diagnostics.getDiagnostics(), rest.toString());
            }
            return new MemoryClassLoader(parent.get(), output.classes());
        }
    }
}
