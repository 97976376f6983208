package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** How to reach the database of a project; nothing is opened or even looked up before a command asks. */
public interface Database {

    Dialect dialect();

    /** For people: the URL without any password. */
    String describe();

    /** A new connection, which the caller closes. */
    Connection open() throws SQLException;

    /** A new connection as the same user at another URL, made from the one that {@link #open} uses. */
    Connection open(UnaryOperator<String> url) throws SQLException;
}
