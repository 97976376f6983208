package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** An empty database of the same product, to load SQL into and see what it makes; gone, with all that is in it, when closed. */
public interface ScratchDatabase extends AutoCloseable {

    /** Opens connections to the server of a project, as the project's user. */
    interface Server {

        /** A new connection at the project's URL after this change, which the caller closes. */
        Connection open(UnaryOperator<String> url) throws SQLException;
    }

    /** The one connection to it, in auto-commit; closed together with it. */
    Connection connection();

    /** Takes back what a script may have set for its session, such as the search path. */
    void resetSession() throws SQLException;

    @Override
    void close() throws SQLException;
}
