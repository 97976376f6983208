package com.example.bookstore;

import com.example.bookstore.models.Author;
import com.example.bookstore.models.Book;
import dev.aludel.examples.services.Services;
import dev.aludel.examples.services.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL, Redis and Keycloak on free ports, started once for all tests and stopped after the last. */
final class RunningServices implements BeforeAllCallback {

    static final Settings SETTINGS = Settings.onFreePorts();

    private static final Path DIRECTORY = Path.of("target", "test-services");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningServices.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    private record Running(Services services) implements AutoCloseable {

        static Running start() {
            Services services = Services.of(DIRECTORY, Path.of("keycloak"), SETTINGS, System.out::println);
            clear(services);
            services.start();
            migrate();
            return new Running(services);
        }

        /** A run that was killed may have left its servers and their data. */
        private static void clear(Services services) {
            services.stop();
            try {
                FileSystemUtils.deleteRecursively(DIRECTORY);
            } catch (IOException e) {
                throw new IllegalStateException("Could not clear " + DIRECTORY, e);
            }
        }

        @Override
        public void close() {
            services.stop();
        }
    }

    /** The seam for Aludel: brings the empty database to the schema that the service needs. */
    private static void migrate() {
        new Configuration()
                .addAnnotatedClass(Author.class)
                .addAnnotatedClass(Book.class)
                .setProperty("hibernate.connection.url", SETTINGS.databaseUrl())
                .setProperty("hibernate.connection.username", SETTINGS.databaseUser())
                .setProperty("hibernate.connection.password", SETTINGS.databasePassword())
                .setProperty("hibernate.hbm2ddl.auto", "create-only")
                .setProperty("hibernate.hbm2ddl.halt_on_error", "true")
                .buildSessionFactory()
                .close();
    }
}
