package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ScratchDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * A database of its own on the project's server, with the collation of the project's. The user must be allowed to create
 * databases; one that a killed process left behind can be dropped by hand, its name begins with {@code aludel_scratch_}.
 */
final class MySqlScratchDatabase implements ScratchDatabase {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final Connection connection;

    private MySqlScratchDatabase(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    static ScratchDatabase create(Server server) throws SQLException {
        Connection connection = server.open(UnaryOperator.identity());
        try {
            MySqlScratchDatabase created = new MySqlScratchDatabase(create(connection), connection);
            created.resetSession();
            return created;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Creates an empty database like the connection's current one; its name. */
    static String create(Connection connection) throws SQLException {
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        String name = "aludel_scratch_" + HexFormat.of().formatHex(random);
        execute(connection, "CREATE DATABASE " + name + " COLLATE " + collation(connection));
        return name;
    }

    private static String collation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@collation_database")) {
            row.next();
            return row.getString(1);
        }
    }

    static void drop(Connection connection, String name) throws SQLException {
        execute(connection, "DROP DATABASE IF EXISTS " + name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** A dump turns checks off for its own session. */
    @Override
    public void resetSession() throws SQLException {
        connection.setAutoCommit(true);
        connection.setCatalog(name);
        execute(
                connection,
                "SET sql_mode = DEFAULT, foreign_key_checks = DEFAULT, unique_checks = DEFAULT, time_zone = DEFAULT");
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            drop(connection, name);
        }
    }
}
