package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An empty database in memory, which is gone with its connection. */
final class SqliteScratchDatabase implements ScratchDatabase {
    private final Connection connection;

    private SqliteScratchDatabase(Connection connection) {
        this.connection = connection;
    }

    static ScratchDatabase create(Server server) throws SQLException {
        return new SqliteScratchDatabase(server.open(url -> "jdbc:sqlite::memory:"));
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void resetSession() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("PRAGMA legacy_alter_table = OFF");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
