package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** One database's language. Stateless; every method may be called from any thread. */
public interface Dialect {

    /** The product's name as people write it. */
    String name();

    /** The Maven coordinates of the JDBC driver, {@code group:artifact}. */
    String driverArtifact();

    /** The driver's class. */
    String driverClass();

    Set<Feature> features();

    /**
     * The statements that carry out an operation, in order; Java steps are never rendered.
     *
     * @param before the tables as they are before the operation
     * @throws dev.aludel.error.AludelException when this database cannot do it, or the text of an {@code execute} cannot be split
     */
    List<SqlStatement> render(Operation operation, TableLookup before);

    /**
     * Cuts a text into statements, as this database's own client would.
     *
     * @throws dev.aludel.error.AludelException (SCR-005) with the line, when it cannot be cut or must not run in a migration
     */
    List<SqlStatement> split(String sql);

    /** Reads the schema of a live database with a constant number of queries; sorted by name, columns in their order. */
    Schema inspect(Connection connection, InspectOptions options) throws SQLException;

    /** The same schema in the spelling in which this database would report it, as far as that can be told from text alone. */
    Schema normalize(Schema schema);

    /**
     * Lets the database say which expressions of the model mean the same as the live ones: they come back in the live
     * spelling. Works in temporary tables and rolls back; the database is not changed.
     *
     * @param model normalized
     * @param live normalized
     */
    Schema settle(Connection connection, Schema model, Schema live) throws SQLException;

    /** An identifier as it must be written, quoted only where it needs to be. */
    String quote(String identifier);

    /** The type as it is written in DDL. */
    String render(Type type);

    /** The type that this database's spelling means; {@link Type.Native} for what has no neutral form. */
    Type parseType(String sql);

    /** A lock for this key, held by this connection. */
    DatabaseLock lock(Connection connection, String key);

    /** The failure in the database's own words, in one paragraph, with its codes and without secrets. */
    String describeFailure(SQLException failure);

    FailureKind classify(SQLException failure);
}
