package dev.aludel.cli.project;

import dev.aludel.migration.Migration;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sees the project's classes with the project's own libraries. Aludel's nouns and verbs come from the running Aludel, so
 * that both sides mean the same classes; nothing else of the command line is visible, so that its libraries never stand
 * in front of the project's.
 */
public final class ProjectClassLoader extends URLClassLoader {
    private static final String OWN = "dev.aludel.";
    private static final List<String> NOT_SHARED = List.of("dev.aludel.jpa.", "dev.aludel.cli.");

    private final ClassLoader own = ProjectClassLoader.class.getClassLoader();
    private final List<Path> path;

    /** {@code path}: the project's class path, then what Aludel brings along for models. */
    public ProjectClassLoader(List<Path> path) {
        super(urls(path), ClassLoader.getPlatformClassLoader());
        this.path = List.copyOf(path);
    }

    /** Where the nouns and verbs come from that migrations share with the running Aludel: a jar or a directory. */
    public static String ownClasses() {
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The class path in the platform's notation, for a compiler. */
    public String classPath() {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean shared = name.startsWith(OWN) && NOT_SHARED.stream().noneMatch(name::startsWith);
        if (shared) {
            try {
                return own.loadClass(name);
            } catch (ClassNotFoundException notOurs) {
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] urls(List<Path> path) {
        List<URL> urls = new ArrayList<>();
        for (Path entry : path) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalArgumentException(entry.toString(), impossible);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
