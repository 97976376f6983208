package dev.aludel.dialect;

import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that differs from one database to the next, stateless and safe to share between threads. Implementations
 * are found as services of this interface.
 */
public interface Dialect {

    /** The product name as JDBC metadata reports it, for example {@code PostgreSQL}. */
    String name();

    /** What a JDBC URL of this database starts with, for example {@code jdbc:postgresql:}. */
    String urlPrefix();

    /** Maven coordinates of the driver without the version, for the message that says what to add. */
    String driverArtifact();

    /** The driver's class name. */
    String driverClass();

    /** Whether the driver takes user and password in front of the host: {@code //user:password@host}. */
    default boolean readsUserInfo() {
        return false;
    }

    /** Connection properties that hold where the URL does not set them: a time limit, and a name for the server's lists. */
    Map<String, String> connectionDefaults();

    Set<Feature> features();

    /**
     * The statements that carry out an operation, in order.
     *
     * @throws IllegalArgumentException for {@link dev.aludel.operation.RunJava}, which is run and never rendered
     * @throws dev.aludel.error.AludelException (SCR-005) where SQL of the user cannot be split
     */
    List<SqlStatement> render(Operation operation, TableLookup before);

    /**
     * Whether the statements of an operation depend on what its tables are when its turn comes. Such an operation counts as
     * one statement in a run, is rendered just before it, and must change nothing where it fails.
     */
    default boolean needsTables(Operation operation) {
        return false;
    }

    /**
     * Whether two operations that stand one behind the other in a migration are rendered together, told from their words
     * alone. Both must need tables.
     */
    default boolean joins(Operation one, Operation next) {
        return false;
    }

    /** The statements that carry out operations of which each is joined with the next; {@link #render} for one alone. */
    default List<SqlStatement> renderJoined(List<Operation> operations, TableLookup before) {
        if (operations.size() != 1) {
            throw new IllegalArgumentException("nothing is joined here");
        }
        return render(operations.get(0), before);
    }

    /**
     * Sets the connection up for the operations of one step, where some of them need that; called in auto-commit mode, with
     * the lock held.
     */
    default StepGuard guard(Connection connection, List<Operation> operations) throws SQLException {
        return StepGuard.none();
    }

    /** The SQL with which a backfill is run in batches; {@link #render} gives it as one statement. */
    BackfillSql backfill(Backfill backfill);

    /**
     * Reads what the database holds with a constant number of queries. Tables and sequences of the connection's current
     * schema are named without a schema. Tables and sequences are sorted by name, columns stand in their order.
     */
    Schema inspect(Connection connection, InspectOptions options) throws SQLException;

    /**
     * What the database holds that {@link #inspect} does not speak of, sorted by name; asked only where both sides of a
     * comparison are databases, since a model has no words for it anyway.
     */
    default List<UnmanagedObject> unmanaged(Connection connection, InspectOptions options) throws SQLException {
        return List.of();
    }

    /** Brings the common spellings of types, defaults and conditions to one form that still means the same. */
    Schema normalize(Schema schema);

    /**
     * Lets the database itself spell the tables of a normalized model that still differ from the normalized live ones.
     * Nothing in the database is changed; a table that the database refuses stays as the model has it.
     */
    Schema settle(Connection connection, Schema model, Schema live) throws SQLException;

    /**
     * Makes an empty database beside the project's, to see what a script makes.
     *
     * @throws SQLException also where the user may not create one
     */
    ScratchDatabase scratch(ScratchDatabase.Server server) throws SQLException;

    /**
     * Cuts SQL text into its statements; empty ones are left out.
     *
     * @throws dev.aludel.error.AludelException (SCR-005) for text that cannot be cut or must not be in a migration
     */
    List<SqlStatement> split(String sql);

    /** What the statement does to others while it runs, told from its text alone; never fails. */
    Impact impact(SqlStatement statement);

    /** The identifier as SQL, quoted only where it must be. */
    String quote(String identifier);

    /**
     * The name as migrations and schemas write it, of one as the catalogue has it in a database whose settings are those it
     * is shipped with.
     */
    default String name(String stored) {
        return stored;
    }

    /** A string literal of SQL. */
    String literal(String text);

    /** The options of a table whose text may have any character, whatever the tables of its database have by default. */
    default Map<String, String> anyCharacter() {
        return Map.of();
    }

    /** The type as SQL. */
    String render(Type type);

    /** Reads a type as SQL spells it, in any of the database's spellings; {@link Type.Native} for what is special. */
    Type parseType(String sql);

    /** A lock for all runs that name the same key in the same database. */
    DatabaseLock lock(Connection connection, String key);

    /** What keeps a run from standing in the way of other sessions. */
    LockWaits lockWaits();

    /** The moment in a column of type {@code timestamp with time zone}. */
    default Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** How many rows the database expects a statement to change, without running it; empty where it does not say. */
    OptionalLong estimateRows(Connection connection, String statement) throws SQLException;

    /**
     * Removes what a statement outside transactions left when it did not end, so that it can be sent again; must be called
     * in auto-commit mode, before the statement.
     */
    void clearInterrupted(Connection connection, SqlStatement statement) throws SQLException;

    /**
     * Whether a statement outside transactions took effect whose answer was lost, by what its text names, after
     * {@link #clearInterrupted}; empty where that cannot be told.
     */
    default Optional<Boolean> tookEffect(Connection connection, SqlStatement statement) throws SQLException {
        return Optional.empty();
    }

    /** What a script needs that is run later, by the database's own client. */
    OfflineSql offline(OfflineSql.History history);

    /** The failure for people: product, the server's own words, the SQLSTATE, detail and hint; never a password. */
    String describeFailure(SQLException failure);

    FailureKind classify(SQLException failure);
}
