package dev.aludel.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Makes sure that reading a model never reaches a database, whatever a {@code hibernate.properties} says. */
final class NoConnection implements ConnectionProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException("Reading the entities opens no connection.");
    }

    @Override
    public void closeConnection(Connection connection) {
        throw new IllegalStateException("no connection was opened");
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> unwrapType) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> unwrapType) {
        throw new IllegalArgumentException("nothing to unwrap");
    }
}
