package dev.aludel.operation;

import java.sql.Connection;

/** Code of a migration that works on data; the connection is in the migration's transaction and must be left open. */
@FunctionalInterface
public interface DataStep {
    void run(Connection connection) throws Exception;
}
