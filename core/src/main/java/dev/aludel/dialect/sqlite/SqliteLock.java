package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.DatabaseLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A lock made of a second, empty database beside the first, named {@code …-aludel-lock}. It is attached to the connection and
 * locked exclusively, and SQLite keeps that lock from one transaction to the next, until the file is detached or the process
 * ends: the operating system frees it, so that nothing is left to clean up. Whoever only reads and writes the first database
 * notices nothing. The file itself stays, since to delete it while somebody opens it would give two of them the lock.
 *
 * <p>A database in memory belongs to its connection and needs no lock.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_locking_mode">locking_mode</a>
 */
final class SqliteLock implements DatabaseLock {
    /** What comes behind the name of the database's file. */
    static final String SUFFIX = "-aludel-lock";

    static final String NAME = "aludel_lock";

    /** An expression for the path of the database's file; empty for one in memory. */
    static final String FILE = "SELECT file FROM pragma_database_list WHERE name = 'main'";

    private static final int BUSY = 5;
    private static final int LOCKED = 6;

    private final Connection connection;
    private boolean held;

    SqliteLock(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (!held) {
            String file = text(FILE);
            held = file.isEmpty() || attach(file);
        }
        return held;
    }

    private boolean attach(String file) throws SQLException {
        String patience = text("PRAGMA busy_timeout");
        execute("PRAGMA busy_timeout = 0");
        try {
            return attempt("ATTACH " + SqliteIdentifiers.literal(file + SUFFIX) + " AS " + NAME) && lock();
        } finally {
            execute("PRAGMA busy_timeout = " + patience);
        }
    }

    private boolean lock() throws SQLException {
        boolean locked = false;
        try {
            execute("PRAGMA " + NAME + ".locking_mode = EXCLUSIVE");
            // The first write takes the lock.
            locked = attempt("PRAGMA " + NAME + ".user_version = 1");
        } finally {
            if (!locked) {
                execute("DETACH " + NAME);
            }
        }
        return locked;
    }

    /** False where somebody else has the file locked. */
    private boolean attempt(String sql) throws SQLException {
        try {
            execute(sql);
            return true;
        } catch (SQLException failure) {
            int code = failure.getErrorCode() & 0xff;
            if (code != BUSY && code != LOCKED) {
                throw failure;
            }
            return false;
        }
    }

    @Override
    public String describeHolder() throws SQLException {
        return "the process that has " + text(FILE) + SUFFIX + " open";
    }

    @Override
    public boolean isHeld() throws SQLException {
        return text(FILE).isEmpty()
                || !text("SELECT name FROM pragma_database_list WHERE name = '" + NAME + "'")
                        .isEmpty();
    }

    @Override
    public void release() throws SQLException {
        if (held && !text(FILE).isEmpty()) {
            execute("DETACH " + NAME);
        }
        held = false;
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String text = row.next() ? row.getString(1) : null;
            return text == null ? "" : text;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
