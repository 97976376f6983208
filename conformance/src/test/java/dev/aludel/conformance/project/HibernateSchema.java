package dev.aludel.conformance.project;

import dev.aludel.cli.project.ProjectClassLoader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the project's own Hibernate create the tables of its entities, as `ddl-auto: create` does. */
final class HibernateSchema {
    private static final String PROGRAM = """
            import java.util.List;
            import org.hibernate.boot.MetadataSources;
            import org.hibernate.boot.registry.StandardServiceRegistry;
            import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

            public final class CreateSchema {
                public static void run(String url, List<Class<?>> entities) {
                    StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                            .applySetting("hibernate.connection.url", url)
                            .applySetting("hibernate.hbm2ddl.auto", "create")
                            .applySetting(
                                    "hibernate.physical_naming_strategy",
                                    "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                            .build();
                    MetadataSources sources = new MetadataSources(registry);
                    entities.forEach(sources::addAnnotatedClass);
                    sources.buildMetadata().buildSessionFactory().close();
                }
            }
            """;
    private static final Logger QUIET = Logger.getLogger("org.hibernate");

    private HibernateSchema() {}

    static void create(Path project, String url, List<String> entities)
            throws IOException, ReflectiveOperationException {
        Path folder = Files.createDirectories(project.resolve("target/create-schema"));
        Path source = Files.writeString(folder.resolve("CreateSchema.java"), PROGRAM);
        List<Path> path = new ArrayList<>(BookstoreTemplate.prepared().libraries());
        Sources.compile(List.of(source), path, folder);
        path.add(project.resolve("target/classes"));
        QUIET.setLevel(Level.OFF);
        System.setProperty("org.jboss.logging.provider", "jdk");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ProjectClassLoader libraries = new ProjectClassLoader(path);
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, libraries)) {
            thread.setContextClassLoader(loader);
            List<Class<?>> classes = new ArrayList<>();
            for (String entity : entities) {
                classes.add(loader.loadClass(entity));
            }
            loader.loadClass("CreateSchema")
                    .getMethod("run", String.class, List.class)
                    .invoke(null, url, classes);
        } catch (InvocationTargetException failure) {
            throw new AssertionError("Hibernate created no schema", failure.getCause());
        } finally {
            thread.setContextClassLoader(before);
            System.clearProperty("org.jboss.logging.provider");
        }
    }
}
