package dev.aludel.examples.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL from the binaries that Maven Central has, with one superuser and one database of the application's. */
final class Postgres implements Service {

    private static final String MAINTENANCE_DATABASE = "postgres";

    private final Settings settings;

    Postgres(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(settings.databaseHost(), settings.databasePort(), "DB_HOST", "DB_PORT"));
    }

    @Override
    public String url() {
        return settings.databaseUrl();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public List<String> prepare(Path home, Consumer<String> report) {
        Path programs = programs(report);
        Path rows = home.resolve("data");
        if (!Files.exists(rows.resolve("PG_VERSION"))) {
            initialize(programs, home, rows);
        }
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", rows.toString()));
        command.addAll(List.of("-h", settings.databaseHost(), "-p", Integer.toString(settings.databasePort())));
        // no socket file: its path has a length limit that a project's folder may exceed
        command.addAll(List.of("-k", ""));
        return command;
    }

    private static Path programs(Consumer<String> report) {
        String resource = "postgres-" + Platform.system() + (Platform.isArm() ? "-arm_64" : "-x86_64") + ".txz";
        String artifact = Resource.jarName(resource);
        return Archive.folder(artifact, folder -> {
            report.accept("Unpacking " + artifact + ", once on this machine …");
            try (InputStream txz = Resource.open(resource)) {
                Archive.unpack(new XZCompressorInputStream(txz), folder, 0);
            }
        });
    }

    private void initialize(Path programs, Path home, Path rows) {
        Path password = home.resolve("password");
        try {
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, settings.databasePassword());
            List<String> command = asOrdinaryUser();
            command.addAll(List.of(programs.resolve("bin/initdb").toString(), "-D", rows.toString()));
            command.addAll(List.of("-U", settings.databaseUser(), "--pwfile=" + password, "-A", "scram-sha-256"));
            command.addAll(List.of("-E", "UTF8", "--no-locale"));
            Program initdb = Program.run(home, 120, command);
            if (initdb.exitCode() != 0) {
                throw new ServicesException("initdb failed:\n" + initdb.output());
            }
        } catch (IOException e) {
            throw new ServicesException("Could not write " + password + ": " + e.getMessage(), e);
        } finally {
            password.toFile().delete();
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody, and still owns its files. */
    private static List<String> asOrdinaryUser() {
        if (!Platform.isRoot()) {
            return new ArrayList<>();
        }
        List<String> wrapper = List.of("unshare", "-U");
        if (Program.run(Path.of("/"), 10, List.of("unshare", "-U", "true")).exitCode() != 0) {
            throw new ServicesException("PostgreSQL refuses to run as root, and this container does not allow"
                    + " `unshare -U`. Run as an ordinary user.");
        }
        return new ArrayList<>(wrapper);
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState()) || "28000".equals(e.getSQLState())) {
                throw new ServicesException(
                        "PostgreSQL does not let DB_USER '" + settings.databaseUser()
                                + "' in: its data was created with another DB_USER or DB_PASSWORD. Set those, or delete"
                                + " .services/postgres to begin with an empty database.",
                        e);
            }
            throw e;
        }
    }

    @Override
    public void afterStart() {
        try (Connection connection = connect()) {
            if (!hasDatabase(connection)) {
                String quoted = "\"" + settings.databaseName().replace("\"", "\"\"") + "\"";
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create database " + quoted);
                }
            }
        } catch (SQLException e) {
            throw new ServicesException(
                    "Could not create the database " + settings.databaseName() + ": " + e.getMessage(), e);
        }
    }

    private boolean hasDatabase(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, settings.databaseName());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.databaseUser());
        properties.setProperty("password", settings.databasePassword());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(settings.databaseUrl(MAINTENANCE_DATABASE), properties);
    }

    /** Fast shutdown: a plain TERM would wait until the last client has gone. */
    @Override
    public String stopSignal() {
        return "INT";
    }
}
