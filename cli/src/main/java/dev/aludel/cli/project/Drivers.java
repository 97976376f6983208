package dev.aludel.cli.project;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Connects through the driver that the project has, without any global registry. */
public final class Drivers {
    private static final String TIMEOUT_SECONDS = "10";

    private Drivers() {}

    /**
     * Opens a connection.
     *
     * @throws AludelException (DBS-003) when the project has no driver for this URL, naming the artifact
     */
    public static Connection connect(ClassLoader loader, Dialect dialect, DatabaseSettings settings)
            throws SQLException {
        Driver driver = find(loader, dialect, settings.url());
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        setDefault(properties, settings.url(), "ApplicationName", "aludel");
        setDefault(properties, settings.url(), "connectTimeout", TIMEOUT_SECONDS);
        setDefault(properties, settings.url(), "tcpKeepAlive", "true");
        Connection connection = driver.connect(settings.url(), properties);
        if (connection == null) {
            throw missing(dialect, settings.url());
        }
        return connection;
    }

    private static Driver find(ClassLoader loader, Dialect dialect, String url) throws SQLException {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
            Class<?> type = Class.forName(dialect.driverClass(), true, loader);
            return (Driver) type.getDeclaredConstructor().newInstance();
        } catch (ServiceConfigurationError | ReflectiveOperationException | LinkageError notThere) {
            throw missing(dialect, url);
        }
    }

    private static void setDefault(Properties properties, String url, String key, String value) {
        if (!url.contains(key + "=")) {
            properties.setProperty(key, value);
        }
    }

    private static AludelException missing(Dialect dialect, String url) {
        return AludelException.of(
                        ErrorCode.DRIVER_MISSING,
                        "There is no JDBC driver for " + dialect.name() + " on the project's class path.")
                .at(DatabaseSettings.redact(url))
                .state("Nothing was run.")
                .remedy("Add the dependency " + dialect.driverArtifact() + " (scope runtime) to the project's build.");
    }
}
