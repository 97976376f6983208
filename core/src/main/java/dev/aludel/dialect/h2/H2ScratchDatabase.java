package dev.aludel.dialect.h2;

import dev.aludel.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A private database in this process's memory, of the same settings; it is gone with its connection. */
final class H2ScratchDatabase implements ScratchDatabase {

    /** What changes the meaning of SQL. */
    private static final Set<String> KEPT = Set.of(
            "MODE",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "DEFAULT_NULL_ORDERING",
            "NON_KEYWORDS",
            "IGNORECASE");

    private final Connection connection;

    private H2ScratchDatabase(Connection connection) {
        this.connection = connection;
    }

    static ScratchDatabase create(Server server) throws SQLException {
        return new H2ScratchDatabase(server.open(H2ScratchDatabase::inMemory));
    }

    /** {@code jdbc:h2:tcp://host/shop;MODE=PostgreSQL;INIT=…} as {@code jdbc:h2:mem:;MODE=PostgreSQL}. */
    static String inMemory(String url) {
        return Stream.of(url.split(";", -1))
                .skip(1)
                .filter(setting ->
                        KEPT.contains(setting.split("=", -1)[0].strip().toUpperCase(Locale.ROOT)))
                .map(setting -> ";" + setting)
                .collect(Collectors.joining("", "jdbc:h2:mem:", ""));
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void resetSession() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SCHEMA PUBLIC");
        } catch (SQLException lowerCase) {
            connection.setSchema("public");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
