package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The run-time class path of a Maven project: asked of Maven once, then kept under {@code target/aludel} until the POM, or
 * a parent POM that it names by path, changes.
 */
public final class ProjectClassPath {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final Pattern PARENT = Pattern.compile("<relativePath>([^<]+)</relativePath>");

    private final Path project;
    private final Consumer<String> notes;

    /** {@code notes} hears when Maven must be asked, since that takes seconds. */
    public ProjectClassPath(Path project, Consumer<String> notes) {
        this.project = project;
        this.notes = notes;
    }

    /** What the project compiles to, and then its libraries. */
    public List<Path> resolve() {
        List<Path> path = new ArrayList<>();
        path.add(project.resolve("target/classes"));
        if (Files.isRegularFile(project.resolve("pom.xml"))) {
            path.addAll(libraries());
        }
        return path;
    }

    private List<Path> libraries() {
        Path cache = project.resolve("target/aludel/classpath-" + key() + ".txt");
        try {
            if (!Files.isRegularFile(cache) || !isWhole(read(cache))) {
                notes.accept("Resolving the project's class path with Maven (until its POM changes) …");
                Files.createDirectories(cache.getParent());
                ask(cache);
            }
            return read(cache);
        } catch (IOException failure) {
            throw AludelException.of(
                            ErrorCode.CLASS_PATH, "The project's class path cannot be kept: " + failure, failure)
                    .at(cache.toString())
                    .remedy("Make the directory writable, or set aludel.classpath.");
        }
    }

    private static List<Path> read(Path cache) throws IOException {
        return Arrays.stream(Files.readString(cache).strip().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }

    private static boolean isWhole(List<Path> entries) {
        return entries.stream().allMatch(Files::exists);
    }

    /** Without the network first, since that is quick and nearly always enough. */
    private void ask(Path cache) throws IOException {
        List<String> command = List.of(
                maven(),
                "-q",
                "-B",
                "-Dstyle.color=never",
                PLUGIN,
                "-Dmdep.outputFile=" + cache,
                "-Dmdep.includeScope=runtime");
        List<String> offline = new ArrayList<>(command);
        offline.add("-o");
        String output = run(offline);
        if (!Files.isRegularFile(cache)) {
            output = run(command);
        }
        if (!Files.isRegularFile(cache)) {
            List<String> lines = output.lines()
                    .filter(line -> line.contains("ERROR"))
                    .limit(5)
                    .toList();
            throw AludelException.of(ErrorCode.CLASS_PATH, "Maven cannot tell the project's class path.")
                    .at(project.resolve("pom.xml").toString())
                    .with("maven", lines.isEmpty() ? output.strip() : String.join("\n", lines))
                    .remedy("Make `mvn compile` work here, or set aludel.classpath in aludel.properties.");
        }
    }

    private String run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Maven ran", interrupted);
        } catch (IOException notThere) {
            return "[ERROR] " + notThere.getMessage();
        }
    }

    private String maven() {
        Path wrapper = project.resolve("mvnw");
        return Files.isExecutable(wrapper) ? wrapper.toAbsolutePath().toString() : "mvn";
    }

    private String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path pom = project.resolve("pom.xml").toAbsolutePath().normalize();
            for (int depth = 0; depth < 5 && Files.isRegularFile(pom); depth++) {
                String text = Files.readString(pom);
                digest.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Matcher parent = PARENT.matcher(text);
                if (!parent.find()) {
                    break;
                }
                Path next = pom.resolveSibling(parent.group(1)).normalize();
                pom = Files.isDirectory(next) ? next.resolve("pom.xml") : next;
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException | IOException failure) {
            throw AludelException.of(ErrorCode.CLASS_PATH, "The POM cannot be read: " + failure, failure)
                    .at(project.resolve("pom.xml").toString());
        }
    }
}
