package dev.aludel.maven;

import dev.aludel.cli.AludelCommandLine;
import dev.aludel.migration.Migration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A local repository that has this build's Aludel as if it were installed, and all else by links to the repository of the
 * build: nothing is installed where other projects would find it.
 */
final class LocalRepository {
    private static final Path DIRECTORY = Path.of("target/repository").toAbsolutePath();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private LocalRepository() {}

    static Path prepare() throws IOException, URISyntaxException {
        Path original = Path.of(System.getProperty("maven.repository"));
        link(original, DIRECTORY, "dev");
        link(original.resolve("dev"), DIRECTORY.resolve("dev"), "aludel");
        install("aludel-parent", Path.of("..", "pom.xml"));
        install("aludel-core", Path.of("../core/pom.xml"), home(Migration.class));
        install("aludel-cli", Path.of("../cli/pom.xml"), home(AludelCommandLine.class));
        install("aludel-maven-plugin", Path.of("pom.xml"), home(AludelMojo.class));
        URL provider = AludelMojo.class.getResource("/META-INF/services/dev.aludel.schema.ModelSource$Provider");
        install("aludel-jpa", Path.of("../jpa/pom.xml"), root(provider.toURI()));
        return DIRECTORY;
    }

    /** Links every entry of a directory but one, which becomes a directory of its own. */
    private static void link(Path original, Path copy, String own) throws IOException {
        Files.createDirectories(copy.resolve(own));
        if (!Files.isDirectory(original)) {
            return;
        }
        try (Stream<Path> entries = Files.list(original)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                Path link = copy.resolve(entry.getFileName());
                if (Files.isSymbolicLink(link)) {
                    // an earlier build may have had another repository
                    Files.delete(link);
                }
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    private static void install(String artifact, Path pom, Path... classes) throws IOException {
        Path folder = Files.createDirectories(
                DIRECTORY.resolve("dev/aludel").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Files.copy(pom, folder.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        for (Path each : classes) {
            pack(each, folder.resolve(name + ".jar"));
        }
    }

    /** In a run over several modules these are directories; alone, jars of the repository. */
    private static void pack(Path classes, Path jar) throws IOException {
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, jar, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The jar or the directory whose {@code META-INF/services} holds this resource. */
    private static Path root(URI resource) {
        return resource.getScheme().equals("jar")
                ? Path.of(URI.create(resource.getSchemeSpecificPart().replaceFirst("!.*", "")))
                : Path.of(resource).resolve("../../..").normalize();
    }
}
