package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.ScratchDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A database of its own on the project's server. The user must be allowed to create databases; one that a killed process
 * left behind can be dropped by hand, its name begins with {@code aludel_scratch_}.
 */
final class PostgresScratchDatabase implements ScratchDatabase {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*)?)/?[^?]*(\\?.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Server server;
    private final String name;
    private final Connection connection;

    private PostgresScratchDatabase(Server server, String name, Connection connection) {
        this.server = server;
        this.name = name;
        this.connection = connection;
    }

    static ScratchDatabase create(Server server) throws SQLException {
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        String name = "aludel_scratch_" + HexFormat.of().formatHex(random);
        administer(server, "CREATE DATABASE " + name + " TEMPLATE template0");
        try {
            Connection connection = server.open(url -> withDatabase(url, name));
            PostgresScratchDatabase created = new PostgresScratchDatabase(server, name, connection);
            created.resetSession();
            return created;
        } catch (SQLException | RuntimeException failure) {
            drop(server, name);
            throw failure;
        }
    }

    /** {@code jdbc:postgresql://host:5432/shop?ssl=true}, at another database of that server. */
    static String withDatabase(String url, String database) {
        return URL.matcher(url)
                .replaceFirst(match -> match.group(1)
                        + (match.group(1).endsWith(":") ? "" : "/")
                        + database
                        + (match.group(2) == null ? "" : match.group(2)));
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** The URL may name a current schema that is not there. */
    @Override
    public void resetSession() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET ALL");
            statement.execute("SET search_path = public");
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            drop(server, name);
        }
    }

    private static void drop(Server server, String name) throws SQLException {
        administer(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void administer(Server server, String sql) throws SQLException {
        try (Connection administrator = server.open(UnaryOperator.identity());
                Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }
}
