package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RunJava;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the database as they are now, for statements that depend on them. The database is asked when somebody
 * wants to know, and again after whatever may have changed more than it says.
 */
final class LiveTables implements TableLookup {
    private final Connection connection;
    private final Dialect dialect;
    private Optional<Schema> known = Optional.empty();

    LiveTables(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Optional<Table> find(TableName name) {
        return schemaOf(name).findTable(name);
    }

    @Override
    public List<Table> referring(TableName name) {
        return TableLookup.of(schemaOf(name)).referring(name);
    }

    @Override
    public List<SchemaObject> objects() {
        return current().objects();
    }

    @Override
    public Optional<String> databaseVersion() {
        return version(connection);
    }

    static Optional<String> version(Connection connection) {
        try {
            return Optional.ofNullable(connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException notSaid) {
            return Optional.empty();
        }
    }

    /** Takes note of what was done. */
    void follow(Operation operation) {
        known = dialect.features().contains(Feature.LOCAL_CATALOGUE)
                ? Optional.empty()
                : known.flatMap(schema -> after(schema, operation));
    }

    /** What was done is rolled back. */
    void forget() {
        known = Optional.empty();
    }

    /** Empty where that is not known. */
    static Optional<Schema> after(Schema before, Operation operation) {
        if (saysLess(operation)) {
            return Optional.empty();
        }
        try {
            return Optional.of(operation.applyTo(before));
        } catch (AludelException doesNotFit) {
            return Optional.empty();
        }
    }

    /** True for what may do more than it says. */
    static boolean saysLess(Operation operation) {
        return operation instanceof ExecuteSql || operation instanceof RunJava;
    }

    private Schema schemaOf(TableName name) {
        if (name.schema().isPresent()) {
            return inspect(
                    connection, dialect, InspectOptions.of(List.of(name.schema().get())));
        }
        return current();
    }

    private Schema current() {
        if (known.isEmpty()) {
            known = Optional.of(inspect(connection, dialect, InspectOptions.currentSchema()));
        }
        return known.get();
    }

    static Schema inspect(Connection connection, Dialect dialect, InspectOptions options) {
        try {
            return dialect.inspect(connection, options);
        } catch (SQLException failure) {
            throw AludelException.of(ErrorCode.DATABASE_FAILED, "The tables of the database cannot be read.", failure)
                    .with("db", dialect.describeFailure(failure))
                    .remedy("Mend what the database complains of, and run the command again.");
        }
    }
}
