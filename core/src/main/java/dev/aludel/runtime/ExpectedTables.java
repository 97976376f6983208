package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tables as a plan will find them at each of its operations, worked out before anything runs: those of the database,
 * or none, and what the operations before say that they do. After SQL text or Java code nothing is known but what is
 * created then.
 */
final class ExpectedTables implements TableLookup {
    private final Supplier<Schema> start;
    private final Optional<String> version;
    private final boolean knownLater;

    /** Done since the schema that is folded, or since the start. */
    private final List<Operation> pending;

    private Optional<Schema> folded;

    private ExpectedTables(
            Supplier<Schema> start,
            Optional<String> version,
            boolean knownLater,
            List<Operation> pending,
            Optional<Schema> folded) {
        this.start = start;
        this.version = version;
        this.knownLater = knownLater;
        this.pending = new ArrayList<>(pending);
        this.folded = folded;
    }

    /** Begins with the tables of the database, which is asked when somebody wants to know, and only once. */
    static ExpectedTables of(Connection connection, Dialect dialect) {
        return new ExpectedTables(
                new Supplier<>() {
                    private Optional<Schema> read = Optional.empty();

                    @Override
                    public Schema get() {
                        if (read.isEmpty()) {
                            read = Optional.of(LiveTables.inspect(connection, dialect, InspectOptions.currentSchema()));
                        }
                        return read.get();
                    }
                },
                LiveTables.version(connection),
                true,
                List.of(),
                Optional.empty());
    }

    /** Begins without any, for plans that are made without a database. */
    static ExpectedTables none() {
        return new ExpectedTables(Schema::empty, Optional.empty(), false, List.of(), Optional.empty());
    }

    /** The same tables, for operations that are not part of the plan. */
    ExpectedTables later() {
        return new ExpectedTables(start, version, knownLater, pending, folded);
    }

    /** Whether what is not known here will be when the statements run. */
    boolean areKnownLater() {
        return knownLater;
    }

    @Override
    public Optional<Table> find(TableName name) {
        return schema().findTable(name);
    }

    @Override
    public List<Table> referring(TableName name) {
        return TableLookup.of(schema()).referring(name);
    }

    @Override
    public List<SchemaObject> objects() {
        return schema().objects();
    }

    @Override
    public Optional<String> databaseVersion() {
        return version;
    }

    void follow(Operation operation) {
        if (LiveTables.saysLess(operation)) {
            pending.clear();
            folded = Optional.of(Schema.empty());
        } else {
            pending.add(operation);
        }
    }

    private Schema schema() {
        Schema now = folded.orElseGet(start);
        for (Operation operation : pending) {
            now = LiveTables.after(now, operation).orElse(Schema.empty());
        }
        pending.clear();
        folded = Optional.of(now);
        return now;
    }
}
