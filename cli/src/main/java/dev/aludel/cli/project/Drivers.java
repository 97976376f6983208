package dev.aludel.cli.project;

import dev.aludel.config.JdbcUrls;
import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Connects through the driver that the project has, without any global registry. */
public final class Drivers {
    private static final int MOST_BROKEN = 10;

    private Drivers() {}

    /**
     * Opens a connection.
     *
     * @param loader sees the project's libraries
     * @throws SQLException as the driver reports it: nobody answers, the password is wrong, …
     * @throws AludelException (DBS-003) when the project has no driver for this URL, naming the artifact; (CFG-004) when
     *     the driver cannot read the URL
     */
    public static Connection connect(ClassLoader loader, Dialect dialect, DatabaseSettings settings)
            throws SQLException {
        requireReadable(dialect, settings);
        Driver driver = named(loader, dialect.driverClass())
                .or(() -> registered(loader, settings.url()))
                .orElseThrow(() -> missing(dialect, settings));
        if (!driver.acceptsURL(settings.url())) {
            throw unreadable(dialect, settings);
        }
        return connect(driver, dialect, settings).orElseThrow(() -> unreadable(dialect, settings));
    }

    /** Nothing where the driver cannot make out the URL. */
    private static Optional<Connection> connect(Driver driver, Dialect dialect, DatabaseSettings settings)
            throws SQLException {
        try {
            return Optional.ofNullable(driver.connect(settings.url(), properties(dialect, settings)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException misread) {
            return Optional.empty();
        }
    }

    private static Properties properties(Dialect dialect, DatabaseSettings settings) {
        Properties properties = new Properties();
        String url = settings.url().toLowerCase(Locale.ROOT);
        dialect.connectionDefaults().forEach((key, value) -> {
            if (!url.contains(key.toLowerCase(Locale.ROOT) + "=")) {
                properties.setProperty(key, value);
            }
        });
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        return properties;
    }

    /** By its class: no other jar need be searched. */
    private static Optional<Driver> named(ClassLoader loader, String driverClass) {
        try {
            Object driver = Class.forName(driverClass, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            return Optional.of((Driver) driver);
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** A driver that cannot be loaded hides no other; a class path that is broken all over ends the search. */
    private static Optional<Driver> registered(ClassLoader loader, String url) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        int broken = 0;
        while (broken < MOST_BROKEN) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException | LinkageError unusable) {
                broken++;
            }
        }
        return Optional.empty();
    }

    private static AludelException missing(Dialect dialect, DatabaseSettings settings) {
        return AludelException.of(
                        ErrorCode.DRIVER_MISSING,
                        "There is no JDBC driver for " + dialect.name() + " on the project's class path.")
                .at(JdbcUrls.redact(settings.url()))
                .with("looked", dialect.driverClass() + ", and every java.sql.Driver service of the class path")
                .state("Nothing was run.")
                .remedy("Add the dependency " + dialect.driverArtifact() + " (scope runtime) to the project's build,"
                        + " or name the driver's jar in aludel.classpath.");
    }

    /** A driver that takes the password for a port names it in its message. */
    private static void requireReadable(Dialect dialect, DatabaseSettings settings) {
        if (JdbcUrls.hasUserInfo(settings.url()) && !dialect.readsUserInfo()) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE,
                            "The JDBC driver for " + dialect.name()
                                    + " reads no user and password in front of the host.")
                    .at(JdbcUrls.redact(settings.url()))
                    .state("Nothing was run.")
                    .remedy("Say them behind the URL as ?user=…&password=…, or in $ALUDEL_USER and $ALUDEL_PASSWORD.");
        }
    }

    private static AludelException unreadable(Dialect dialect, DatabaseSettings settings) {
        return AludelException.of(
                        ErrorCode.INVALID_VALUE, "The JDBC driver for " + dialect.name() + " cannot read this URL.")
                .at(JdbcUrls.redact(settings.url()))
                .state("Nothing was run.")
                .remedy("Correct the URL; a port must be a number from 1 to 65535.");
    }
}
