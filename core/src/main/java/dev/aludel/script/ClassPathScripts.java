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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

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
        SortedMap<String, Entry> entries = new TreeMap<>();
        try {
            for (URL root : Collections.list(loader.getResources(packageName.replace('.', '/')))) {
                list(root, entries);
            }
        } catch (IOException failure) {
            throw unreadable("the package " + packageName, failure);
        }
        List<Script> scripts = new ArrayList<>();
        Problems problems = new Problems();
        entries.forEach(
                (name, entry) -> problems.collect(() -> read(name, entry).ifPresent(scripts::add)));
        problems.throwIfAny();
        if (scripts.isEmpty()) {
            throw AludelException.of(ErrorCode.NO_DIRECTORY, "The package " + packageName + " holds no migrations.")
                    .at("class path")
                    .remedy("Name the package that holds them; compiled classes carry @Revision, scripts end in .sql.");
        }
        return Scripts.of(scripts, new MigrationCompiler(() -> "", () -> loader));
    }

    /** A file of a directory or a jar. To ask the class loader for each costs several times as much as to read it. */
    private interface Entry {
        byte[] bytes() throws IOException;
    }

    /** Of two entries with one name, the first of the class path counts, as for classes. */
    private static void list(URL root, Map<String, Entry> entries) throws IOException {
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName().endsWith("/") ? jar.getEntryName() : jar.getEntryName() + "/";
            JarFile file = jar.getJarFile();
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().startsWith(prefix)) {
                    add(entry.getName().substring(prefix.length()), () -> bytes(file, entry), entries);
                }
            }
        } else {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory(root))) {
                files.forEach(file -> add(file.getFileName().toString(), () -> Files.readAllBytes(file), entries));
            }
        }
    }

    private static void add(String name, Entry entry, Map<String, Entry> entries) {
        if (isScript(name)) {
            entries.putIfAbsent(name, entry);
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
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

    private Optional<Script> read(String name, Entry entry) {
        String place = "classpath:" + packageName.replace('.', '/') + "/" + name;
        if (name.endsWith(".sql")) {
            return Optional.of(SqlScriptReader.read(place, Optional.empty(), readText(entry, place)));
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
                    Header.withoutLines(place),
                    header.transactional()));
        } catch (ClassNotFoundException | LinkageError failure) {
            throw unreadable(place, failure);
        }
    }

    private static String readText(Entry entry, String place) {
        try {
            return TextFile.decode(entry.bytes());
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
