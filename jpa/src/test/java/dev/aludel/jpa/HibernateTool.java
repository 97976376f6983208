package dev.aludel.jpa;

import dev.aludel.schema.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** What Hibernate itself does with a model and a database. */
record HibernateTool(ModelSource.Request request, String url) {

    /**
     * {@code hibernate.hbm2ddl.auto=create}; fails with the first statement that does, but not on SQLite, where Hibernate sends
     * comments and keys that SQLite does not take.
     */
    void create() {
        run(Map.of("hibernate.hbm2ddl.auto", "create-only"), factory -> {});
    }

    /** {@code hibernate.hbm2ddl.auto=validate}; fails where the database lacks something or has another type. */
    void validate() {
        run(Map.of("hibernate.hbm2ddl.auto", "validate"), factory -> {});
    }

    /** The statements that {@code hibernate.hbm2ddl.auto=update} would run, sorted. */
    List<String> updates() {
        try {
            Path script = Files.createTempFile("aludel-test-update", ".sql");
            run(
                    Map.of(
                            "jakarta.persistence.schema-generation.scripts.action", "update",
                            "jakarta.persistence.schema-generation.scripts.create-target", script.toString(),
                            "hibernate.hbm2ddl.delimiter", ";"),
                    factory -> {});
            String text = Files.readString(script);
            Files.delete(script);
            return Arrays.stream(text.split(";\\s*"))
                    .map(statement -> statement.strip().replaceAll("\\s+", " "))
                    .filter(statement -> !statement.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stores new entities as an application does; in a transaction each, since SQLite has no second writer to count keys. */
    void persist(List<?> entities) {
        run(Map.of("hibernate.hbm2ddl.auto", "none"), factory -> {
            try (Session session =
                    factory.withOptions().tenantIdentifier((Object) "museum").openSession()) {
                for (Object entity : entities) {
                    session.beginTransaction();
                    session.persist(entity);
                    session.getTransaction().commit();
                }
            }
        });
    }

    private boolean onSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }

    private void run(Map<String, String> action, Consumer<SessionFactory> work) {
        StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.hbm2ddl.halt_on_error", String.valueOf(!onSqlite()))
                // asked of all tables at once, SQLite's driver makes a query of too many terms
                .applySetting(
                        "hibernate.hbm2ddl.jdbc_metadata_extraction_strategy", onSqlite() ? "individually" : "grouped")
                .applySetting("jakarta.persistence.create-database-schemas", "true")
                .applySetting("hibernate.resource.beans.container", new UnmanagedBeans());
        action.forEach(builder::applySetting);
        request.settings().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("hibernate."))
                .forEach(setting -> builder.applySetting(setting.getKey(), setting.getValue()));
        StandardServiceRegistry registry = builder.build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            MappedClasses found = MappedClasses.find(request);
            found.packages().forEach(sources::addPackage);
            found.classes().forEach(sources::addAnnotatedClassName);
            try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
                work.accept(factory);
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
