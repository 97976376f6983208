package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.ModelSource;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Hibernate has to be told about: the classes, annotated packages and mapping files found on a project's class
 * roots. {@code aludel.model.packages} (comma-separated) narrows the search to these packages and those below them.
 *
 * @param classes names of entities, embeddables, mapped superclasses and converters, sorted
 * @param packages names of packages that carry Hibernate's or JPA's annotations, sorted
 * @param mappingFiles resource names such as {@code META-INF/orm.xml}
 * @param properties what {@code META-INF/persistence.xml} sets
 */
record MappedClasses(
        SortedSet<String> classes,
        SortedSet<String> packages,
        SortedSet<String> mappingFiles,
        Map<String, String> properties) {
    private static final String ENTITY = "jakarta/persistence/Entity";
    private static final Set<String> MAPPED = Set.of(
            ENTITY,
            "jakarta/persistence/Embeddable",
            "jakarta/persistence/MappedSuperclass",
            "jakarta/persistence/Converter");
    private static final String MAPPING_FILE = "META-INF/orm.xml";

    /** Searches all class roots; unreadable roots and class files are passed over, as a class loader does. */
    static MappedClasses find(ModelSource.Request request) {
        Search search = new Search(packages(request));
        for (String root : request.classRoots()) {
            search.root(new File(root));
        }
        search.found.mappingFiles().addAll(HibernateSettings.mappingResources(request.settings()));
        if (search.entities == 0 && search.found.mappingFiles().isEmpty()) {
            throw noEntities(request);
        }
        return search.found;
    }

    private static List<String> packages(ModelSource.Request request) {
        return Arrays.stream(request.settings()
                        .getOrDefault("aludel.model.packages", "")
                        .split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static AludelException noEntities(ModelSource.Request request) {
        List<String> packages = packages(request);
        String roots =
                request.classRoots().isEmpty() ? "no class roots were given" : String.join("\n", request.classRoots());
        AludelException failure = AludelException.of(ErrorCode.NO_ENTITIES, "No class with @Entity was found.")
                .with("looked", roots);
        return (packages.isEmpty() ? failure : failure.with("packages", String.join(", ", packages)))
                .state("No file was written and the database is as it was.")
                .remedy(
                        "Compile the project first. If the entities are in another module, name its classes in"
                                + " aludel.model.class-roots; if aludel.model.packages is set, see that it names their packages.");
    }

    private static final class Search {
        private final MappedClasses found =
                new MappedClasses(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        private final List<String> wanted;
        private int entities;

        Search(List<String> wanted) {
            this.wanted = wanted;
        }

        void root(File root) {
            try {
                if (root.isDirectory()) {
                    directory(root, "");
                } else if (root.isFile()) {
                    jar(root);
                }
            } catch (IOException unreadable) {
                // a class loader passes over it, too; an empty result says where was looked
            }
        }

        private void directory(File directory, String path) throws IOException {
            File[] children = directory.listFiles();
            for (File child : children == null ? new File[0] : children) {
                String name = path + child.getName();
                if (child.isDirectory()) {
                    directory(child, name + "/");
                } else if (isOfInterest(name)) {
                    entry(name, new FileInputStream(child));
                }
            }
        }

        private void jar(File file) throws IOException {
            try (JarFile jar = new JarFile(file)) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (isOfInterest(entry.getName())) {
                        entry(entry.getName(), jar.getInputStream(entry));
                    }
                }
            }
        }

        private boolean isOfInterest(String path) {
            if (path.equals(MAPPING_FILE) || path.equals(PersistenceXml.PATH)) {
                return true;
            }
            return path.endsWith(".class") && !path.startsWith("META-INF/") && isWanted(className(path));
        }

        private boolean isWanted(String className) {
            return wanted.isEmpty() || wanted.stream().anyMatch(name -> className.startsWith(name + "."));
        }

        private void entry(String path, InputStream stream) {
            try (stream) {
                if (path.equals(MAPPING_FILE)) {
                    found.mappingFiles().add(path);
                } else if (path.equals(PersistenceXml.PATH)) {
                    persistenceXml(PersistenceXml.read(stream));
                } else {
                    classFile(className(path), ClassFile.annotations(stream));
                }
            } catch (IOException malformed) {
                // not a class that Hibernate could load, either
            }
        }

        private void persistenceXml(PersistenceXml file) {
            found.classes().addAll(file.classes());
            found.mappingFiles().addAll(file.mappingFiles());
            found.properties().putAll(file.properties());
            entities += file.classes().size();
        }

        private void classFile(String name, Set<String> annotations) {
            if (name.endsWith(".package-info")) {
                if (annotations.stream().anyMatch(Search::isMapping)) {
                    found.packages().add(name.substring(0, name.lastIndexOf('.')));
                }
            } else if (annotations.stream().anyMatch(MAPPED::contains)) {
                found.classes().add(name);
                entities += annotations.contains(ENTITY) ? 1 : 0;
            }
        }

        private static boolean isMapping(String annotation) {
            return Stream.of("jakarta/persistence/", "org/hibernate/annotations/")
                    .anyMatch(annotation::startsWith);
        }

        private static String className(String path) {
            return path.substring(0, path.length() - ".class".length()).replace('/', '.');
        }
    }
}
