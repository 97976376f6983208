package dev.aludel.cli;

import dev.aludel.cli.project.ApplicationSettings;
import dev.aludel.cli.project.Build;
import dev.aludel.cli.project.PersistenceXml;
import dev.aludel.cli.project.ProjectClassLoader;
import dev.aludel.cli.project.ProjectClassPath;
import dev.aludel.config.Configuration;
import dev.aludel.config.Options;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The project that a command stands in; each part is looked up when it is first needed. */
final class ProjectContext {
    private final Path directory;
    private final Optional<List<Path>> classPath;
    private final Configuration configuration;
    private final Supplier<ApplicationSettings> settings;
    private final Supplier<Map<String, String>> persistence;
    private final Supplier<ProjectClassLoader> loader;

    ProjectContext(Shell shell, Configuration configuration, Consumer<String> notes) {
        this.directory = shell.directory();
        this.classPath = shell.classPath();
        this.configuration = configuration;
        this.settings = Once.of(() -> ApplicationSettings.read(directory, shell.environment()));
        this.persistence = Once.of(() -> PersistenceXml.read(directory));
        this.loader = Once.of(() -> {
            List<Path> path = new ArrayList<>(libraries(notes));
            path.addAll(shell.modelPath());
            return new ProjectClassLoader(path);
        });
    }

    ApplicationSettings settings() {
        return settings.get();
    }

    Map<String, String> persistence() {
        return persistence.get();
    }

    ProjectClassLoader loader() {
        return loader.get();
    }

    /**
     * What migrations are compiled against: the running Aludel, whose classes they will meet, then the project. The
     * project may still depend on another version of Aludel.
     */
    String classPath() {
        return ProjectClassLoader.ownClasses() + File.pathSeparator + loader().classPath();
    }

    List<String> classRoots() {
        List<String> given = configuration.get(Options.CLASS_ROOTS);
        Stream<Path> roots = given.isEmpty()
                ? Build.of(directory).outputs(directory).stream()
                : given.stream().map(directory::resolve);
        return roots.map(Path::toString).toList();
    }

    Map<String, String> modelSettings() {
        Map<String, String> all = new TreeMap<>(persistence());
        all.putAll(settings().flat());
        all.put("aludel.model.packages", String.join(",", configuration.get(Options.PACKAGES)));
        return all;
    }

    private List<Path> libraries(Consumer<String> notes) {
        List<String> configured = configuration.get(Options.CLASS_PATH);
        return classPath
                .filter(known -> configured.isEmpty())
                .orElseGet(() -> new ProjectClassPath(directory, notes).resolve(configured));
    }
}
