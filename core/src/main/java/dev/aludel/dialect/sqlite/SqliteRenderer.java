package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.InsertClause;
import dev.aludel.dialect.ansi.NotSupported;
import dev.aludel.error.AludelException;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropOptions;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.IndexBuild;
import dev.aludel.operation.ObjectOperation;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Persistence;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunJava;
import dev.aludel.operation.SetSequence;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Renders operations; what ALTER TABLE cannot say is left to {@link TableChanges}. */
final class SqliteRenderer implements Operation.Visitor<List<SqlStatement>> {
    private static final InsertClause INSERTS =
            new InsertClause(SqliteIdentifiers.CLAUSES, SqliteIdentifiers::literal, digits -> "X'" + digits + "'");

    private final TableChanges changes;

    SqliteRenderer(TableLookup before) {
        this.changes = new TableChanges(before);
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        if (operation.persistence() == Persistence.UNLOGGED) {
            throw refused("has no unlogged tables, here " + operation.table().name(), "Leave unlogged() out.");
        }
        boolean temporary = operation.persistence() == Persistence.TEMPORARY;
        Table table = TableDefinition.withoutMadeNames(TableDefinition.withoutNullsInKey(operation.table()));
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(SqlStatement.of("CREATE " + (temporary ? "TEMPORARY " : "") + "TABLE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + TableDefinition.of(SqliteIdentifiers.table(table.name()), table)
                + operation.options().map(sql -> " " + sql).orElse("")));
        IndexBuild build = new IndexBuild(false, operation.ifNotExists());
        TableName place = temporary ? TableName.of("temp", table.name().name()) : table.name();
        table.indexes().forEach(index -> statements.add(SqliteIndexes.create(place, index, build)));
        return statements;
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        if (operation.options().cascade()) {
            throw refused(
                    "drops no table with what depends on it, here " + operation.table(),
                    "Drop the foreign keys and views that need it first, and leave cascade() out.");
        }
        return one("DROP TABLE " + ifExists(operation.options()) + SqliteIdentifiers.table(operation.table()));
    }

    @Override
    public List<SqlStatement> visit(RenameTable operation) {
        return one(alter(operation.table()) + "RENAME TO " + SqliteIdentifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CommentOnTable operation) {
        throw noComments("table " + operation.table());
    }

    static AludelException noComments(String on) {
        return refused(
                "keeps no comments, here of " + on,
                "Leave it out: a comment that is part of a table or column which is created is left out by itself.");
    }

    @Override
    public List<SqlStatement> visit(AlterTable operation) {
        return changes.alter(operation);
    }

    @Override
    public List<SqlStatement> visit(AddColumn operation) {
        return changes.add(operation);
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        return changes.drop(operation);
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        return changes.alter(operation);
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return one(alter(operation.table()) + "RENAME COLUMN " + SqliteIdentifiers.quote(operation.column()) + " TO "
                + SqliteIdentifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        return changes.add(operation);
    }

    @Override
    public List<SqlStatement> visit(ValidateConstraint operation) {
        throw refused(
                "validates no constraints, here " + operation.constraint() + " of " + operation.table(),
                "Add the constraint without notValid(): then it holds for all rows.");
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        return changes.drop(operation);
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return changes.rename(operation);
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return List.of(SqliteIndexes.create(operation.table(), operation.index(), operation.build()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        if (operation.concurrently() || operation.options().cascade()) {
            throw refused(
                    "drops an index at once and alone, here " + operation.index(),
                    "Leave concurrently() and cascade() out.");
        }
        return one("DROP INDEX " + ifExists(operation.options())
                + SqliteIdentifiers.table(operation.table().withName(operation.index())));
    }

    /** There is no statement for it: the index is built under its other name. */
    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        Table table = changes.require(operation.table());
        Index index = table.findIndex(operation.index())
                .orElseThrow(() -> changes.missing("index " + operation.index(), operation.table()));
        return List.of(
                SqlStatement.of("DROP INDEX "
                        + SqliteIdentifiers.table(operation.table().withName(operation.index()))),
                SqliteIndexes.create(operation.table(), index.withName(operation.newName()), IndexBuild.plain()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        throw noSequences(operation.sequence().name());
    }

    @Override
    public List<SqlStatement> visit(SetSequence operation) {
        throw noSequences(operation.sequence());
    }

    @Override
    public List<SqlStatement> visit(RenameSequence operation) {
        throw noSequences(operation.sequence());
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        throw noSequences(operation.to().name());
    }

    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        throw noSequences(operation.sequence());
    }

    private static AludelException noSequences(TableName sequence) {
        return refused(
                "has no sequences, here " + sequence,
                "Let the database number the rows, with identity() on the primary key.");
    }

    @Override
    public List<SqlStatement> visit(ObjectOperation operation) {
        return operation.accept(new SqliteObjects());
    }

    @Override
    public List<SqlStatement> visit(Truncate operation) {
        if (operation.cascade()) {
            throw refused(
                    "truncates no table with those that refer to it",
                    "Name all tables, or delete their rows with op.execute(\"DELETE FROM …\").");
        }
        List<SqlStatement> statements = new ArrayList<>();
        for (TableName table : operation.tables()) {
            statements.add(SqlStatement.of("DELETE FROM " + SqliteIdentifiers.table(table)));
            if (operation.restartIdentity()
                    && TableDefinition.numberedKey(changes.require(table)).isPresent()) {
                statements.add(SqlStatement.of(
                        "DELETE FROM sqlite_sequence WHERE name = " + SqliteIdentifiers.literal(table.name())));
            }
        }
        return statements;
    }

    @Override
    public List<SqlStatement> visit(BulkInsert operation) {
        return INSERTS.render(operation);
    }

    @Override
    public List<SqlStatement> visit(Backfill operation) {
        return one(SqliteDialect.BACKFILLS.render(operation).whole());
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return SqliteSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(RunJava operation) {
        throw new IllegalArgumentException("Java code has no SQL: " + operation.describe());
    }

    static String ifExists(DropOptions options) {
        return options.ifExists() ? "IF EXISTS " : "";
    }

    /** {@code ALTER TABLE author } with a blank behind it. */
    static String alter(TableName table) {
        return "ALTER TABLE " + SqliteIdentifiers.table(table) + " ";
    }

    static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    static AludelException refused(String what, String remedy) {
        return NotSupported.by("SQLite", what, remedy);
    }
}
