package dev.aludel.migration;

import dev.aludel.operation.DataStep;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.RunJava;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.stream.Stream;

/** What a migration can say of rows, and what it says in SQL or Java. */
public sealed interface DataWords extends Recorder permits Operations {

    /**
     * One or more SQL statements, exactly as written; the database's dialect splits them.
     * {@code op.execute("DELETE FROM basket; VACUUM basket")}: {@code DELETE FROM basket} and {@code VACUUM basket}.
     */
    default void execute(String sql) {
        record(new ExecuteSql(sql));
    }

    /**
     * Rows with values from Java, written as literals in statements of at most 500 rows; more rows follow with {@code .row(…)}.
     * {@code op.bulkInsert("author", "id", "name").row(1, "Ursula").row(2, null)}:
     * {@code INSERT INTO author (id, name) VALUES (1, 'Ursula'), (2, NULL)}.
     */
    default BulkInsertDefinition bulkInsert(String table, String... columns) {
        if (columns.length == 0) {
            throw Refusals.broken(
                    "The insert into " + table + " names no column.",
                    "Name them: op.bulkInsert(\"" + table + "\", \"id\", \"name\").");
        }
        BulkInsertDefinition insert = new BulkInsertDefinition(TableName.parse(table), List.of(columns));
        record(insert::operation);
        return insert;
    }

    /**
     * Updates rows in batches along a key, each in a transaction of its own where the run allows it. The key is a column
     * without nulls that an index orders. Must be followed by {@code .set(…)}.
     * {@code op.backfill("author", "id").set("email = lower(email)")}: {@code UPDATE author SET email = lower(email)}.
     */
    default BackfillDefinition backfill(String table, String key) {
        BackfillDefinition backfill = new BackfillDefinition(TableName.parse(table), key);
        record(backfill::operation);
        return backfill;
    }

    /** {@code op.truncate("book", "author").restartIdentity()}: {@code TRUNCATE author, book RESTART IDENTITY}. */
    default TruncateDefinition truncate(String table, String... more) {
        TruncateDefinition truncate = new TruncateDefinition(Stream.concat(Stream.of(table), Stream.of(more))
                .map(TableName::parse)
                .toList());
        record(truncate::operation);
        return truncate;
    }

    /**
     * Java code over the migration's connection, inside its transaction:
     * {@code op.run("fill names", connection -> new Names(connection).fill())}.
     *
     * @param description what it does, for people: {@code "backfill emails"}
     */
    default void run(String description, DataStep step) {
        record(new RunJava(description, step));
    }
}
