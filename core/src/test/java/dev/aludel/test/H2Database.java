package dev.aludel.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An H2 database of one test's own, in memory; empty at first, and gone at {@link #close()}. */
public final class H2Database implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;
    private final Connection keeper;

    private H2Database(String url) throws SQLException {
        this.url = url;
        this.keeper = connect();
    }

    /** Creates an empty database. */
    public static H2Database create() throws SQLException {
        return create("");
    }

    /** Creates an empty database with settings, for example {@code ;MODE=PostgreSQL}. */
    public static H2Database create(String settings) throws SQLException {
        return new H2Database("jdbc:h2:mem:test_" + DATABASES.incrementAndGet() + settings);
    }

    public String url() {
        return url;
    }

    /** A new connection in auto-commit, as an administrator. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    /** Runs SQL text as it stands, all of its statements. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    public List<String> query(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = keeper.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** The database's own dump of its schema, a statement a line; users, sizes and the next number of an identity left out. */
    public List<String> dump() throws SQLException {
        return query("SCRIPT NODATA NOSETTINGS").stream()
                .filter(line -> !line.startsWith("--") && !line.startsWith("CREATE USER"))
                .map(line -> line.replaceAll("\\s+", " ").replaceAll(" ?RESTART WITH -?\\d+", ""))
                .sorted()
                .toList();
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
