package dev.aludel.conformance.faults;

import dev.aludel.servers.MySqlServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;

/** A kind of database, and new ones of it. */
enum Arena {
    POSTGRESQL {
        @Override
        String create(Path directory, String name) throws SQLException {
            execute(Server.RUNNING.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }

        @Override
        String copy(Path directory, String from, String to) throws SQLException {
            execute(Server.RUNNING.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + to + " TEMPLATE " + from);
            return Server.RUNNING.getJdbcUrl("postgres", to);
        }

        @Override
        void endSessions(String url) throws SQLException {
            execute(
                    url,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    },
    MARIADB {
        @Override
        String create(Path directory, String name) throws SQLException {
            execute(MySqlServer.MARIADB_11_4.url(""), "CREATE DATABASE " + name);
            return MySqlServer.MARIADB_11_4.url(name);
        }

        @Override
        void endSessions(String url) throws SQLException {
            endMySqlSessions(url);
        }
    },
    MYSQL {
        @Override
        String create(Path directory, String name) throws SQLException {
            execute(MySqlServer.MYSQL_8_0.url(""), "CREATE DATABASE " + name);
            return MySqlServer.MYSQL_8_0.url(name);
        }

        @Override
        void endSessions(String url) throws SQLException {
            endMySqlSessions(url);
        }
    },
    SQLITE {
        @Override
        String create(Path directory, String name) {
            return "jdbc:sqlite:" + directory.resolve(name + ".db");
        }

        @Override
        String copy(Path directory, String from, String to) throws IOException {
            Files.copy(directory.resolve(from + ".db"), directory.resolve(to + ".db"));
            return create(directory, to);
        }
    },
    H2 {
        @Override
        String create(Path directory, String name) {
            return "jdbc:h2:file:" + directory.resolve(name);
        }
    };

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }

    /** Those that this run has: MySQL with {@code -Pall-databases} only. */
    static Stream<Arena> available() {
        return Stream.of(values())
                .filter(arena -> arena != MYSQL || MySqlServer.available().contains(MySqlServer.MYSQL_8_0));
    }

    /** Those of them whose sessions an administrator can end. */
    static Stream<Arena> withSessions() {
        return available().filter(arena -> arena != SQLITE && arena != H2);
    }

    abstract String create(Path directory, String name) throws SQLException;

    /** The URL of a new database that is as another one, which nobody is connected to. */
    String copy(Path directory, String from, String to) throws IOException, SQLException {
        throw new UnsupportedOperationException(this + " copies no databases");
    }

    /** Ends all sessions of a database as its administrator does, whatever they are at. */
    void endSessions(String url) throws SQLException {
        throw new UnsupportedOperationException(this + " has no sessions");
    }

    /** The URL of a new, empty database. */
    String create(Path directory) throws SQLException {
        return create(directory, "f" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void endMySqlSessions(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement list = connection.createStatement();
                Statement kill = connection.createStatement();
                ResultSet sessions = list.executeQuery("SELECT id FROM information_schema.processlist"
                        + " WHERE db = database() AND id <> connection_id()")) {
            while (sessions.next()) {
                kill.execute("KILL CONNECTION " + sessions.getLong(1));
            }
        }
    }
}
