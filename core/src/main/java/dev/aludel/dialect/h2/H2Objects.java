package dev.aludel.dialect.h2;

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
import java.util.List;

/** Renders the operations on what stands beside tables. An enum type is a domain, a function is an alias. */
final class H2Objects implements ObjectOperation.ObjectVisitor<List<SqlStatement>> {

    @Override
    public List<SqlStatement> visit(CreateSchema operation) {
        return H2Renderer.one("CREATE SCHEMA " + ifNotExists(operation.ifNotExists()) + name(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(CreateEnum operation) {
        return H2Renderer.one(
                "CREATE DOMAIN " + name(operation.object()) + " AS " + H2Domains.values(operation.values()));
    }

    @Override
    public List<SqlStatement> visit(AddEnumValue operation) {
        throw fixedValues(operation.object());
    }

    @Override
    public List<SqlStatement> visit(RenameEnumValue operation) {
        throw fixedValues(operation.object());
    }

    private static AludelException fixedValues(ObjectName type) {
        return H2Renderer.refused(
                "keeps the values of an enum type as they are, here " + type.name(),
                "Create another type with all values, give it to the columns, and drop this one.");
    }

    @Override
    public List<SqlStatement> visit(CreateView operation) {
        if (operation.materialized() && !operation.withData()) {
            throw withoutData(operation.object());
        }
        return H2Renderer.one((operation.orReplace() ? "CREATE OR REPLACE " : "CREATE ")
                + operation.object().kind().words() + " " + ifNotExists(operation.ifNotExists())
                + name(operation.object()) + " AS " + query(operation.query()));
    }

    @Override
    public List<SqlStatement> visit(RefreshView operation) {
        if (!operation.withData()) {
            throw withoutData(operation.object());
        }
        if (operation.concurrently()) {
            throw H2Renderer.refused(
                    "locks a materialized view while it is refreshed, here " + operation.view(),
                    "Leave concurrently() out.");
        }
        return H2Renderer.one("REFRESH MATERIALIZED VIEW " + name(operation.object()));
    }

    private static AludelException withoutData(ObjectName view) {
        return H2Renderer.refused(
                "has no materialized views without their rows, here " + view.name(), "Leave withNoData() out.");
    }

    @Override
    public List<SqlStatement> visit(CreateFromSql operation) {
        return H2Splitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(CreateExtension operation) {
        throw H2Renderer.refused(
                "has no extensions, here " + operation.name(),
                "Leave it out; functions that are missing can be added with CREATE ALIAS.");
    }

    @Override
    public List<SqlStatement> visit(DropObject operation) {
        return H2Renderer.one("DROP " + words(operation.object()) + " " + H2Renderer.ifExists(operation.options())
                + name(operation.object()) + H2Renderer.cascade(operation.options()));
    }

    @Override
    public List<SqlStatement> visit(RenameObject operation) {
        ObjectName object = operation.object();
        return switch (object.kind()) {
            case SCHEMA, TYPE, DOMAIN, VIEW ->
                H2Renderer.one("ALTER " + words(object) + " " + name(object) + " RENAME TO "
                        + H2Identifiers.quote(operation.newName()));
            default ->
                throw H2Renderer.refused(
                        "does not rename this, here " + object.describe(),
                        "Drop it, and create it under the new name.");
        };
    }

    @Override
    public List<SqlStatement> visit(CommentOnObject operation) {
        return List.of(H2Renderer.comment(
                words(operation.object()) + " " + name(operation.object()),
                operation.change().to()));
    }

    @Override
    public List<SqlStatement> visit(ReplaceObject operation) {
        return H2Domains.replace(operation);
    }

    static String words(ObjectName object) {
        return switch (object.kind()) {
            case TYPE, DOMAIN -> "DOMAIN";
            case FUNCTION, PROCEDURE -> "ALIAS";
            case EXTENSION, RULE, POLICY, EVENT ->
                throw H2Renderer.refused("has nothing of this kind, here " + object.describe(), "Leave it out.");
            default -> object.kind().words();
        };
    }

    /** A trigger is in the schema of its table. */
    private static String name(ObjectName object) {
        return H2Renderer.CLAUSES.table(object.table()
                .map(table -> table.withName(object.name().name()))
                .orElse(object.name()));
    }

    private static String ifNotExists(boolean holds) {
        return holds ? "IF NOT EXISTS " : "";
    }

    private static String query(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }
}
