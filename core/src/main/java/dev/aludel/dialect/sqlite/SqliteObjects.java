package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.operation.AddEnumValue;
import dev.aludel.operation.CommentOnObject;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateExtension;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.ObjectOperation;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the operations on what stands beside tables: SQLite has views and triggers, and nothing else. */
final class SqliteObjects implements ObjectOperation.ObjectVisitor<List<SqlStatement>> {

    @Override
    public List<SqlStatement> visit(CreateSchema operation) {
        throw SqliteRenderer.refused(
                "has one schema a file, here " + operation.object().name(),
                "Leave it out, or put the other tables into a database of their own.");
    }

    @Override
    public List<SqlStatement> visit(CreateEnum operation) {
        throw noTypes(operation.object());
    }

    @Override
    public List<SqlStatement> visit(AddEnumValue operation) {
        throw noTypes(operation.object());
    }

    @Override
    public List<SqlStatement> visit(RenameEnumValue operation) {
        throw noTypes(operation.object());
    }

    private static AludelException noTypes(ObjectName type) {
        return SqliteRenderer.refused(
                "has no types of one's own, here " + type.name(),
                "Use a text column with a check: check(\"ck_status\", \"status in ('NEW', 'PAID')\").");
    }

    @Override
    public List<SqlStatement> visit(CreateView operation) {
        if (operation.materialized()) {
            throw noMaterializedViews(operation.object());
        }
        String name = SqliteIdentifiers.table(operation.view());
        List<SqlStatement> statements = new ArrayList<>();
        if (operation.orReplace()) {
            statements.add(SqlStatement.of("DROP VIEW IF EXISTS " + name));
        }
        statements.add(SqlStatement.of("CREATE VIEW " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name
                + " AS " + query(operation.query())));
        return statements;
    }

    @Override
    public List<SqlStatement> visit(RefreshView operation) {
        throw noMaterializedViews(operation.object());
    }

    private static AludelException noMaterializedViews(ObjectName view) {
        return SqliteRenderer.refused(
                "has no materialized views, here " + view.name(),
                "Use a view, or a table that triggers or the application fill.");
    }

    /** The semicolons of a trigger do not end its statement. */
    @Override
    public List<SqlStatement> visit(CreateFromSql operation) {
        requireKind(operation.object());
        return SqliteSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(CreateExtension operation) {
        throw SqliteRenderer.refused(
                "has no extensions that a database knows of, here " + operation.name(),
                "Leave it out; the application loads them for its own connections.");
    }

    @Override
    public List<SqlStatement> visit(DropObject operation) {
        requireKind(operation.object());
        if (operation.options().cascade()) {
            throw SqliteRenderer.refused(
                    "drops nothing with what depends on it, here "
                            + operation.object().describe(),
                    "Leave cascade() out.");
        }
        return SqliteRenderer.one("DROP " + operation.object().kind().words() + " "
                + SqliteRenderer.ifExists(operation.options()) + name(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(RenameObject operation) {
        throw SqliteRenderer.refused(
                "renames tables and columns alone, here " + operation.object().describe(),
                "Drop it, and create it under the new name.");
    }

    @Override
    public List<SqlStatement> visit(CommentOnObject operation) {
        throw SqliteRenderer.noComments(operation.object().describe());
    }

    @Override
    public List<SqlStatement> visit(ReplaceObject operation) {
        throw SqliteRenderer.refused(
                "changes nothing of this kind in place, here "
                        + operation.object().describe(),
                "Drop it, and create it as it shall be.");
    }

    private static void requireKind(ObjectName object) {
        if (object.kind() != Kind.VIEW && object.kind() != Kind.TRIGGER) {
            throw SqliteRenderer.refused(
                    "has no " + object.kind().words().toLowerCase(Locale.ROOT) + "s, here " + object.name(),
                    "Leave it out, or let the application do what it does.");
        }
    }

    /** A trigger is in the schema of its table. */
    private static String name(ObjectName object) {
        return SqliteIdentifiers.table(object.table()
                .map(table -> table.withName(object.name().name()))
                .orElse(object.name()));
    }

    private static String query(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }
}
