package dev.aludel.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The bare JVM that compiles a file in process, without annotation processors: {@code FILE}. */
public final class RawCompile {
    private RawCompile() {}

    public static void main(String[] arguments) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createTempDirectory("aludel-raw-compile");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            boolean done = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjects(Path.of(arguments[0])))
                    .call();
            if (!done) {
                throw new IllegalStateException("not compiled");
            }
        }
    }
}
