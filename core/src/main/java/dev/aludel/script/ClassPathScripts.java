package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * The migrations of a packaged application: compiled classes and SQL scripts of one package, found in directories and
 * jars (also jars inside jars, where the class loader can open them). No compiler is needed.
 */
public final class ClassPathScripts {
    private final ClassLoader loader;
    private final String packageName;

    /** The package that holds the migrations, for example {@code com.example.shop.storage.migrations.versions}. */
    public ClassPathScripts(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    /**
     * Reads every header, sorted by name.
     *
     * @throws AludelException when the package holds none, or with the problems of all scripts together
     */
    public Scripts load() {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL root : Collections.list(loader.getResources(packageName.replace('.', '/')))) {
                names.addAll(list(root));
            }
        } catch (IOException failure) {
            throw unreadable("the package " + packageName, failure);
        }
        List<Script> scripts = new ArrayList<>();
        Problems problems = new Problems();
        names.forEach(name -> problems.collect(() -> read(name).ifPresent(scripts::add)));
        problems.throwIfAny();
        if (scripts.isEmpty()) {
            throw AludelException.of(ErrorCode.NO_DIRECTORY, "The package " + packageName + " holds no migrations.")
                    .at("class path")
                    .remedy("Name the package that holds them; compiled classes carry @Revision, scripts end in .sql.");
        }
        return Scripts.of(scripts, new MigrationCompiler(() -> "", () -> loader));
    }

    private List<String> list(URL root) throws IOException {
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
            return jar.getJarFile().stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(ClassPathScripts::isScript)
                    .toList();
        }
        try (Stream<Path> files = Files.list(directory(root))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(ClassPathScripts::isScript)
                    .toList();
        }
    }

    private static Path directory(URL root) throws IOException {
        try {
            URI uri = root.toURI();
            return Path.of(uri);
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            throw new IOException("not a directory: " + root, wrong);
        }
    }

    private static boolean isScript(String name) {
        boolean topLevel = name.endsWith(".class") && name.indexOf('$') < 0;
        return name.indexOf('/') < 0 && (name.endsWith(".sql") || (topLevel && !name.equals("package-info.class")));
    }

    private Optional<Script> read(String name) {
        String place = "classpath:" + packageName.replace('.', '/') + "/" + name;
        if (name.endsWith(".sql")) {
            return Optional.of(SqlScriptReader.read(place, Optional.empty(), readText(name, place)));
        }
        return readClass(packageName + "." + name.substring(0, name.length() - ".class".length()), place);
    }

    private Optional<Script> readClass(String className, String place) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            if (!Migration.class.isAssignableFrom(type)) {
                return Optional.empty();
            }
            Header header = ClassHeader.of(type, place);
            return Optional.of(new Script(
                    header.toRevision(ClassHeader.message(type)),
                    place,
                    Optional.empty(),
                    new Script.JavaClass(type),
                    HeaderLines.none(),
                    header.transactional()));
        } catch (ClassNotFoundException | LinkageError failure) {
            throw unreadable(place, failure);
        }
    }

    private String readText(String name, String place) {
        try (InputStream stream = loader.getResourceAsStream(packageName.replace('.', '/') + "/" + name)) {
            if (stream == null) {
                throw new IOException("it is gone");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw unreadable(place, failure);
        }
    }

    private static AludelException unreadable(String what, Throwable failure) {
        return AludelException.of(ErrorCode.UNREADABLE_FILE, "Cannot read " + what + ": " + failure + ".", failure)
                .state("Nothing was run; the database is as it was.")
                .remedy("Look into the packaged application: is the jar whole, and its class path complete?");
    }
}
