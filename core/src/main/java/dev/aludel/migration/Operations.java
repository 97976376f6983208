package dev.aludel.migration;

import dev.aludel.error.AludelException;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a migration can say. Each call records one operation, in order; nothing runs. Tables are named {@code name} or
 * {@code schema.name}, everything exactly as the database stores it, unquoted. What a call returns says more about the
 * same operation, as in {@code op.createIndex("ix_author_email", "author", "email").unique()}. The SQL in the
 * documentation of each call is that of PostgreSQL.
 */
public final class Operations implements TableWords, ConstraintWords, ObjectWords, TextWords, DataWords {
    private final List<Entry> entries = new ArrayList<>();
    private final CallSite callSite;
    private final Map<String, String> arguments;

    private record Entry(Supplier<? extends Operation> operation, Optional<Location> location) {

        /** What is wrong with an operation as a whole shows only here, and belongs to the line that began it. */
        RecordedOperation recorded() {
            try {
                return new RecordedOperation(operation.get(), location);
            } catch (AludelException refused) {
                throw location.map(place -> refused.movedTo(place.toString())).orElse(refused);
            }
        }
    }

    private Operations(CallSite callSite, Map<String, String> arguments) {
        this.callSite = callSite;
        this.arguments = Map.copyOf(arguments);
    }

    /** Records without places. */
    public static Operations create() {
        return new Operations(CallSite.none(), Map.of());
    }

    /**
     * Records the places in this migration's file.
     *
     * @param file how people see its path
     * @param arguments what {@link #argument} answers with
     */
    public static Operations of(Class<?> migration, String file, Map<String, String> arguments) {
        return new Operations(CallSite.of(migration, file), arguments);
    }

    /** The value of a free argument of this run, {@code -x key=value}; empty where it was not given. */
    public Optional<String> argument(String key) {
        return Optional.ofNullable(arguments.get(key));
    }

    /** Records what the custom operation is composed of, in its place: {@code op.invoke(new AuditColumns("author"))}. */
    public void invoke(CustomOperation operation) {
        operation.record(this);
    }

    /** SQL text of a file that begins at this place; used for the sections of SQL migrations. */
    public void execute(String sql, Location location) {
        entries.add(new Entry(() -> new ExecuteSql(sql), Optional.of(location)));
    }

    @Override
    public void record(Supplier<? extends Operation> operation) {
        entries.add(new Entry(operation, callSite.locate()));
    }

    /** What was recorded so far, in order. */
    public List<RecordedOperation> recorded() {
        return entries.stream().map(Entry::recorded).toList();
    }
}
