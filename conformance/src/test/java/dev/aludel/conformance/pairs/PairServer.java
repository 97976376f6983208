package dev.aludel.conformance.pairs;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A real server of one product, with databases to load pairs into. */
interface PairServer {

    /** Product and version, for the report. */
    String name();

    Dialect dialect();

    /** The names of the pair file that it serves. */
    List<String> serves();

    /** A new empty database, in auto-commit; its roles exist. */
    Connection create(List<String> roles) throws SQLException;

    /** Takes back what a script set for its session, so that names are read as in a new one. */
    void reset(Connection connection) throws SQLException;

    void drop(Connection connection) throws SQLException;

    /** Runs a script as its author's tool would. */
    void load(Connection connection, String sql) throws SQLException;

    /** All that an inspection shall look at. */
    InspectOptions everything(Connection connection) throws SQLException;

    /** What the database itself says of all that it holds; a line a fact, sorted. */
    List<String> dump(Connection connection) throws SQLException;

    /** How many rows each table has; a line a table, sorted. */
    List<String> rows(Connection connection) throws SQLException;
}
