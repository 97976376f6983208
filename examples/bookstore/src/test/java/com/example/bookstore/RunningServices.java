package com.example.bookstore;

import dev.aludel.Aludel;
import dev.aludel.examples.services.Services;
import dev.aludel.examples.services.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    /** The migrations that the service ships, run the way a packaged application runs them. */
    private static void migrate() {
        DriverManagerDataSource database = new DriverManagerDataSource(
                SETTINGS.databaseUrl(), SETTINGS.databaseUser(), SETTINGS.databasePassword());
        Aludel.migrations("com.example.bookstore.storage.migrations.versions")
                .on(database)
                .upgrade("head");
    }
}
