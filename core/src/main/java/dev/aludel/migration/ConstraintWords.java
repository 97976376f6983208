package dev.aludel.migration;

import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What a migration can say of constraints and indexes. */
public sealed interface ConstraintWords extends Recorder permits Operations {

    /** {@code op.addPrimaryKey("pk_author", "author", "id")}: {@code ALTER TABLE author ADD CONSTRAINT pk_author PRIMARY KEY (id)}. */
    default KeyDefinition addPrimaryKey(String name, String table, String... columns) {
        return add(table, new KeyDefinition(name, List.of(columns), true));
    }

    /** {@code op.addUnique("uk_email", "author", "email")}: {@code ALTER TABLE author ADD CONSTRAINT uk_email UNIQUE (email)}. */
    default KeyDefinition addUnique(String name, String table, String... columns) {
        return add(table, new KeyDefinition(name, List.of(columns), false));
    }

    /**
     * A unique constraint that takes two nulls for equal. {@code op.addUniqueNullsNotDistinct("uk_email", "author", "email")}:
     * {@code ALTER TABLE author ADD CONSTRAINT uk_email UNIQUE NULLS NOT DISTINCT (email)}.
     */
    default KeyDefinition addUniqueNullsNotDistinct(String name, String table, String... columns) {
        return addUnique(name, table, columns).nullsNotDistinct();
    }

    private KeyDefinition add(String table, KeyDefinition key) {
        record(() -> key.operation(TableName.parse(table)));
        return key;
    }

    /**
     * Must be followed by {@code .references(table, columns…)}.
     *
     * <pre>{@code
     * op.addForeignKey("fk_book_author", "book", "author_id").references("author", "id")
     * ALTER TABLE book ADD CONSTRAINT fk_book_author FOREIGN KEY (author_id) REFERENCES author (id)
     * }</pre>
     */
    default ForeignKeyDefinition addForeignKey(String name, String table, String... columns) {
        ForeignKeyDefinition key = new ForeignKeyDefinition(name, List.of(columns));
        record(() -> key.operation(TableName.parse(table)));
        return key;
    }

    /**
     * A condition in SQL that every row fulfils. {@code op.addCheck("ck_price", "book", "price >= 0")}:
     * {@code ALTER TABLE book ADD CONSTRAINT ck_price CHECK (price >= 0)}.
     */
    default CheckDefinition addCheck(String name, String table, String condition) {
        CheckDefinition check = new CheckDefinition(name, condition);
        record(() -> check.operation(TableName.parse(table)));
        return check;
    }

    /**
     * A constraint by which no two rows may agree in all elements, each a column or SQL expression with its operator.
     *
     * <pre>{@code
     * op.addExclusion("ex_stay", "stay", "room WITH =", "during WITH &&").using("gist")
     * ALTER TABLE stay ADD CONSTRAINT ex_stay EXCLUDE USING gist (room WITH =, during WITH &&)
     * }</pre>
     */
    default ExclusionDefinition addExclusion(String name, String table, String... elements) {
        ExclusionDefinition exclusion = Columns.exclusion(name, elements);
        record(() -> exclusion.operation(TableName.parse(table)));
        return exclusion;
    }

    /**
     * Checks the rows that were there before a constraint that was added {@code .notValid()}; readers and writers go on.
     * {@code op.validateConstraint("ck_price", "book")}: {@code ALTER TABLE book VALIDATE CONSTRAINT ck_price}.
     */
    default void validateConstraint(String name, String table) {
        record(new ValidateConstraint(TableName.parse(table), name));
    }

    /** {@code op.dropConstraint("uk_email", "author")}: {@code ALTER TABLE author DROP CONSTRAINT uk_email}. */
    default DropDefinition dropConstraint(String name, String table) {
        DropDefinition drop = new DropDefinition();
        record(() -> new DropConstraint(TableName.parse(table), name, Optional.empty(), drop.options()));
        return drop;
    }

    /** {@code op.renameConstraint("author", "uk_1", "uk_2")}: {@code ALTER TABLE author RENAME CONSTRAINT uk_1 TO uk_2}. */
    default void renameConstraint(String table, String name, String newName) {
        record(new RenameConstraint(TableName.parse(table), name, newName));
    }

    /** {@code op.createIndex("ix_email", "author", "email").unique()}: {@code CREATE UNIQUE INDEX ix_email ON author (email)}. */
    default IndexDefinition createIndex(String name, String table, String... columns) {
        return createIndex(name, table, Columns.parts(columns));
    }

    /**
     * An index over more than plain columns. {@code op.createIndex("ix_email", "author", expression("lower(email)"))}:
     * {@code CREATE INDEX ix_email ON author (lower(email))}.
     */
    default IndexDefinition createIndex(String name, String table, Index.Part... parts) {
        IndexDefinition index = new IndexDefinition(name, List.of(parts));
        record(() -> index.operation(TableName.parse(table)));
        return index;
    }

    /** {@code op.dropIndex("ix_email", "author").concurrently()}: {@code DROP INDEX CONCURRENTLY ix_email}. */
    default IndexDropDefinition dropIndex(String name, String table) {
        IndexDropDefinition drop = new IndexDropDefinition(TableName.parse(table), name);
        record(drop::operation);
        return drop;
    }

    /** {@code op.renameIndex("author", "ix_1", "ix_2")}: {@code ALTER INDEX ix_1 RENAME TO ix_2}. */
    default void renameIndex(String table, String name, String newName) {
        record(new RenameIndex(TableName.parse(table), name, newName));
    }
}
