package dev.aludel.autogenerate;

import dev.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A real database that is used for many schemas, one after the other.
 *
 * @param empty makes it empty, and gives the connection to go on with
 * @param unguarded what turns foreign keys off while rows are written, and on again
 */
record LiveDatabase(Dialect dialect, Palette palette, Emptied empty, List<String> unguarded, String insert) {

    interface Emptied {
        Connection connection() throws SQLException;
    }
}
