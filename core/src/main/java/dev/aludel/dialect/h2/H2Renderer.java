package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.ConstraintClause;
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
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RunJava;
import dev.aludel.operation.SetSequence;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders operations as a person would write them by hand; what changes the schema commits by itself. */
final class H2Renderer implements Operation.Visitor<List<SqlStatement>> {
    static final ConstraintClause CLAUSES = new ConstraintClause(H2Identifiers::quote);

    private static final InsertClause INSERTS =
            new InsertClause(CLAUSES, H2Identifiers::literal, digits -> "X'" + digits + "'");

    private final TableLookup before;

    H2Renderer(TableLookup before) {
        this.before = before;
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        Table table = operation.table();
        String name = CLAUSES.table(table.name());
        H2Constraints.refuseOptions(table.name(), table.options());
        String body = Stream.concat(
                        table.columns().stream().map(H2Columns::definition),
                        table.constraints().stream().map(H2Constraints::clause))
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(change("CREATE " + persistence(operation) + "TABLE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name + (body.isBlank() ? " ()" : body)
                + operation.options().map(sql -> " " + sql).orElse("")));
        IndexBuild build = new IndexBuild(false, operation.ifNotExists());
        table.indexes().forEach(index -> statements.add(H2Indexes.create(table.name(), index, build)));
        table.comment().ifPresent(text -> statements.add(comment("TABLE " + name, Optional.of(text))));
        table.columns().forEach(column -> statements.addAll(columnComment(table.name(), column)));
        return statements;
    }

    private static String persistence(CreateTable operation) {
        return switch (operation.persistence()) {
            case PERMANENT -> "";
            case TEMPORARY -> "LOCAL TEMPORARY ";
            case UNLOGGED ->
                throw refused(
                        "has no unlogged tables, here " + operation.table().name(), "Leave unlogged() out.");
        };
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        DropOptions options = operation.options();
        return one("DROP TABLE " + ifExists(options) + CLAUSES.table(operation.table()) + cascade(options));
    }

    @Override
    public List<SqlStatement> visit(RenameTable operation) {
        return alter(operation.table(), "RENAME TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CommentOnTable operation) {
        return List.of(comment(
                "TABLE " + CLAUSES.table(operation.table()), operation.change().to()));
    }

    @Override
    public List<SqlStatement> visit(AlterTable operation) {
        H2Constraints.refuseOptions(operation.table(), operation.changes());
        return List.of();
    }

    @Override
    public List<SqlStatement> visit(AddColumn operation) {
        List<SqlStatement> statements = new ArrayList<>(alter(
                operation.table(),
                "ADD COLUMN " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                        + H2Columns.definition(operation.column())));
        statements.addAll(columnComment(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        DropOptions options = operation.options();
        if (options.cascade()) {
            throw refused(
                    "drops no column with what depends on it, here " + operation.table() + "." + operation.column(),
                    "Drop the constraints, indexes and views that use the column first, and leave cascade() out.");
        }
        return alter(operation.table(), "DROP COLUMN " + ifExists(options) + quote(operation.column()));
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        return H2ColumnChanges.alter(operation, before);
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return alter(
                operation.table(),
                "ALTER COLUMN " + quote(operation.column()) + " RENAME TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        if (operation.usingIndex().isPresent()) {
            throw refused(
                    "makes no index a constraint's, here "
                            + operation.usingIndex().get() + " of " + operation.table(),
                    "Add the constraint without usingIndex(): it has an index of its own.");
        }
        return alter(operation.table(), "ADD " + H2Constraints.clause(operation.constraint()));
    }

    @Override
    public List<SqlStatement> visit(ValidateConstraint operation) {
        throw refused(
                "validates no constraints, here " + operation.constraint() + " of " + operation.table(),
                "Add the constraint without notValid(): then it holds for all rows.");
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        DropOptions options = operation.options();
        return alter(
                operation.table(),
                "DROP CONSTRAINT " + ifExists(options) + quote(operation.constraint()) + cascade(options));
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return alter(
                operation.table(),
                "RENAME CONSTRAINT " + quote(operation.constraint()) + " TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return List.of(H2Indexes.create(operation.table(), operation.index(), operation.build()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        return H2Indexes.drop(operation, before);
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return one("ALTER INDEX " + CLAUSES.table(operation.table().withName(operation.index())) + " RENAME TO "
                + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        return one("CREATE SEQUENCE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + CLAUSES.table(operation.sequence().name()) + " " + H2Sequences.options(operation.sequence()));
    }

    @Override
    public List<SqlStatement> visit(SetSequence operation) {
        return one("ALTER SEQUENCE " + CLAUSES.table(operation.sequence()) + " "
                + H2Sequences.options(operation.options()));
    }

    @Override
    public List<SqlStatement> visit(RenameSequence operation) {
        throw refused(
                "renames no sequences, here " + operation.sequence(),
                "Create the new sequence where the old one stands, let the columns' defaults use it, and drop the old one.");
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        return one("ALTER SEQUENCE " + CLAUSES.table(operation.to().name()) + " "
                + H2Sequences.change(operation.from(), operation.to()));
    }

    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        if (operation.options().cascade()) {
            throw refused(
                    "drops no sequence with what depends on it, here " + operation.sequence(),
                    "Drop the defaults that use it first, and leave cascade() out.");
        }
        return one("DROP SEQUENCE " + ifExists(operation.options()) + CLAUSES.table(operation.sequence()));
    }

    @Override
    public List<SqlStatement> visit(ObjectOperation operation) {
        return operation.accept(new H2Objects());
    }

    @Override
    public List<SqlStatement> visit(Truncate operation) {
        if (operation.cascade()) {
            throw refused(
                    "truncates no table with those that refer to it",
                    "Name all tables, or delete their rows with op.execute(\"DELETE FROM …\").");
        }
        return operation.tables().stream()
                .map(table -> change("TRUNCATE TABLE " + CLAUSES.table(table)
                        + (operation.restartIdentity() ? " RESTART IDENTITY" : "")))
                .toList();
    }

    @Override
    public List<SqlStatement> visit(BulkInsert operation) {
        return INSERTS.render(operation);
    }

    @Override
    public List<SqlStatement> visit(Backfill operation) {
        return List.of(SqlStatement.of(H2Dialect.BACKFILLS.render(operation).whole()));
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return H2Splitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(RunJava operation) {
        throw new IllegalArgumentException("Java code has no SQL: " + operation.describe());
    }

    static SqlStatement comment(String on, Optional<String> text) {
        return change(
                "COMMENT ON " + on + " IS " + text.map(H2Identifiers::literal).orElse("NULL"));
    }

    private static List<SqlStatement> columnComment(TableName table, Column column) {
        return column
                .comment()
                .map(text -> comment("COLUMN " + CLAUSES.table(table) + "." + quote(column.name()), Optional.of(text)))
                .stream()
                .toList();
    }

    static String ifExists(DropOptions options) {
        return options.ifExists() ? "IF EXISTS " : "";
    }

    static String cascade(DropOptions options) {
        return options.cascade() ? " CASCADE" : "";
    }

    private static List<SqlStatement> alter(TableName table, String action) {
        return one("ALTER TABLE " + CLAUSES.table(table) + " " + action);
    }

    static List<SqlStatement> one(String sql) {
        return List.of(change(sql));
    }

    /** A change of the schema: H2 commits the transaction before it and after it. */
    static SqlStatement change(String sql) {
        return new SqlStatement(sql, 1, false);
    }

    static AludelException refused(String what, String remedy) {
        return NotSupported.by("H2", what, remedy);
    }

    private static String quote(String identifier) {
        return H2Identifiers.quote(identifier);
    }
}
