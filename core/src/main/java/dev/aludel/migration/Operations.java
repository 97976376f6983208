package dev.aludel.migration;

import dev.aludel.error.AludelException;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.Change;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DataStep;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunJava;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a migration can say. Each call records one operation, in order; nothing runs. Tables are named {@code name} or
 * {@code schema.name}, everything exactly as the database stores it, unquoted. What a call returns says more about the
 * same operation, as in {@code op.createIndex("ix_author_email", "author", "email").unique()}.
 */
public final class Operations {
    private final List<Entry> entries = new ArrayList<>();
    private final CallSite callSite;
    private final Map<String, String> arguments;

    private record Entry(Supplier<Operation> operation, Optional<Location> location) {

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

    public TableDefinition createTable(String table, TableElement... elements) {
        TableDefinition definition = new TableDefinition(TableName.parse(table), List.of(elements));
        record(() -> new CreateTable(definition.table()));
        return definition;
    }

    public void dropTable(String table) {
        record(new DropTable(TableName.parse(table), Optional.empty()));
    }

    public void renameTable(String table, String newName) {
        record(new RenameTable(TableName.parse(table), newName));
    }

    public void commentOnTable(String table, String comment) {
        record(new CommentOnTable(TableName.parse(table), Change.to(Optional.of(comment))));
    }

    public void noCommentOnTable(String table) {
        record(new CommentOnTable(TableName.parse(table), Change.to(Optional.empty())));
    }

    public void addColumn(String table, ColumnDefinition column) {
        record(() -> new AddColumn(TableName.parse(table), column.column()));
    }

    public void dropColumn(String table, String column) {
        record(new DropColumn(TableName.parse(table), column, Optional.empty()));
    }

    /** Changes what the returned object is told; without a word it does nothing. */
    public ColumnAlteration alterColumn(String table, String column) {
        ColumnAlteration alteration = new ColumnAlteration(TableName.parse(table), column);
        record(alteration::operation);
        return alteration;
    }

    public void renameColumn(String table, String column, String newName) {
        record(new RenameColumn(TableName.parse(table), column, newName));
    }

    public void addPrimaryKey(String name, String table, String... columns) {
        addConstraint(table, new Constraint.PrimaryKey(Optional.of(name), List.of(columns)));
    }

    public void addUnique(String name, String table, String... columns) {
        addConstraint(table, new Constraint.Unique(Optional.of(name), List.of(columns), false));
    }

    /** A unique constraint that takes two nulls for equal. */
    public void addUniqueNullsNotDistinct(String name, String table, String... columns) {
        addConstraint(table, new Constraint.Unique(Optional.of(name), List.of(columns), true));
    }

    /** Must be followed by {@code .references(table, columns…)}. */
    public ForeignKeyDefinition addForeignKey(String name, String table, String... columns) {
        ForeignKeyDefinition definition = new ForeignKeyDefinition(name, List.of(columns));
        record(() -> new AddConstraint(TableName.parse(table), definition.constraint()));
        return definition;
    }

    /** A condition in SQL that every row fulfils. */
    public void addCheck(String name, String table, String condition) {
        addConstraint(table, new Constraint.Check(Optional.of(name), condition));
    }

    private void addConstraint(String table, Constraint constraint) {
        record(new AddConstraint(TableName.parse(table), constraint));
    }

    public void dropConstraint(String name, String table) {
        record(new DropConstraint(TableName.parse(table), name, Optional.empty()));
    }

    public void renameConstraint(String table, String name, String newName) {
        record(new RenameConstraint(TableName.parse(table), name, newName));
    }

    public IndexDefinition createIndex(String name, String table, String... columns) {
        return createIndex(name, table, Columns.parts(columns));
    }

    public IndexDefinition createIndex(String name, String table, Index.Part... parts) {
        IndexDefinition definition = new IndexDefinition(name, List.of(parts));
        record(() -> new CreateIndex(TableName.parse(table), definition.index()));
        return definition;
    }

    public void dropIndex(String name, String table) {
        record(new DropIndex(TableName.parse(table), name, Optional.empty()));
    }

    public void renameIndex(String table, String name, String newName) {
        record(new RenameIndex(TableName.parse(table), name, newName));
    }

    public SequenceDefinition createSequence(String name) {
        SequenceDefinition definition = new SequenceDefinition(TableName.parse(name));
        record(() -> new CreateSequence(definition.sequence()));
        return definition;
    }

    public SequenceDefinition alterSequence(String name) {
        SequenceDefinition definition = new SequenceDefinition(TableName.parse(name));
        record(() -> new AlterSequence(Optional.empty(), definition.sequence()));
        return definition;
    }

    public void dropSequence(String name) {
        record(new DropSequence(TableName.parse(name), Optional.empty()));
    }

    /**
     * Updates rows in batches along a key, each in a transaction of its own where the run allows it. The key is a column
     * without nulls that an index orders. Must be followed by {@code .set(…)}.
     */
    public BackfillDefinition backfill(String table, String key) {
        BackfillDefinition definition = new BackfillDefinition(TableName.parse(table), key);
        record(definition::operation);
        return definition;
    }

    /** One or more SQL statements, exactly as written; the database's dialect splits them. */
    public void execute(String sql) {
        record(new ExecuteSql(sql));
    }

    /** SQL text of a file that begins at this place; used for the sections of SQL migrations. */
    public void execute(String sql, Location location) {
        entries.add(new Entry(() -> new ExecuteSql(sql), Optional.of(location)));
    }

    /**
     * Java code over the migration's connection, inside its transaction.
     *
     * @param description what it does, for people: {@code "backfill emails"}
     */
    public void run(String description, DataStep step) {
        record(new RunJava(description, step));
    }

    /** What was recorded so far, in order. */
    public List<RecordedOperation> recorded() {
        return entries.stream().map(Entry::recorded).toList();
    }

    private void record(Operation operation) {
        record(() -> operation);
    }

    private void record(Supplier<Operation> operation) {
        entries.add(new Entry(operation, callSite.locate()));
    }
}
