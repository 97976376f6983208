package dev.aludel.benchmarks.peer.hibernate;

import dev.aludel.benchmarks.program.Timed;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Boots the entities of a folder of classes, without a database: {@code metadata|factory FOLDER PACKAGE}. */
public final class HibernateProgram {
    private HibernateProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path classes = Path.of(arguments[1]);
        URL[] root = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(root, HibernateProgram.class.getClassLoader())) {
            Timed.run(1, () -> boot(loader, names(classes, arguments[2]), arguments[0].equals("factory")));
        }
    }

    private static List<String> names(Path classes, String packageName) throws Exception {
        try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                    .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    private static void boot(ClassLoader loader, List<String> names, boolean factory) {
        BootstrapServiceRegistry bootstrap =
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build();
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .build();
        MetadataSources sources = new MetadataSources(registry);
        names.forEach(sources::addAnnotatedClassName);
        Metadata metadata = sources.buildMetadata();
        System.out.println("entities: " + metadata.getEntityBindings().size());
        if (factory) {
            try (SessionFactory built = metadata.buildSessionFactory()) {
                System.out.println(
                        "mapped: " + built.getMetamodel().getEntities().size());
            }
        }
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
