package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.NotSupported;
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
import java.util.Locale;

/** Renders what is done to things beside tables: views, routines, triggers, events and whole databases. */
final class MySqlObjects implements ObjectOperation.ObjectVisitor<List<SqlStatement>> {
    private final Product product;

    MySqlObjects(Product product) {
        this.product = product;
    }

    @Override
    public List<SqlStatement> visit(CreateSchema operation) {
        return one("CREATE SCHEMA " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(CreateEnum operation) {
        throw noEnums();
    }

    @Override
    public List<SqlStatement> visit(AddEnumValue operation) {
        throw noEnums();
    }

    @Override
    public List<SqlStatement> visit(RenameEnumValue operation) {
        throw noEnums();
    }

    private AludelException noEnums() {
        return NotSupported.by(
                product.label(),
                "has enums only as the type of a column",
                "Say it with the column: column(…, nativeType(\"enum('NEW','PAID')\")).");
    }

    @Override
    public List<SqlStatement> visit(CreateView operation) {
        if (operation.materialized()) {
            throw noMaterializedViews();
        }
        return one((operation.orReplace() ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ") + name(operation.object())
                + " AS " + query(operation.query()));
    }

    @Override
    public List<SqlStatement> visit(RefreshView operation) {
        throw noMaterializedViews();
    }

    private AludelException noMaterializedViews() {
        return NotSupported.by(
                product.label(), "has no materialized views", "Use a view, or a table that the application fills.");
    }

    /** A body with semicolons in it is one statement, which no splitter must cut. */
    @Override
    public List<SqlStatement> visit(CreateFromSql operation) {
        return MySqlSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(CreateExtension operation) {
        throw NotSupported.by(product.label(), "has no extensions", "Leave op.createExtension(…) out.");
    }

    @Override
    public List<SqlStatement> visit(CommentOnObject operation) {
        throw NotSupported.by(
                product.label(),
                "keeps no comment of a " + kind(operation.object()) + " apart from its definition",
                "Create it with its comment.");
    }

    @Override
    public List<SqlStatement> visit(ReplaceObject operation) {
        throw NotSupported.by(
                product.label(),
                "changes no " + kind(operation.object()) + " in place",
                "Drop it, and create it as it shall be.");
    }

    @Override
    public List<SqlStatement> visit(DropObject operation) {
        if (operation.options().cascade()) {
            throw NotSupported.by(product.label(), "drops nothing along with it", "Leave .cascade() out.");
        }
        return one("DROP " + operation.object().kind().words() + " "
                + (operation.options().ifExists() ? "IF EXISTS " : "") + name(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(RenameObject operation) {
        if (operation.object().kind() != ObjectName.Kind.VIEW) {
            throw NotSupported.by(
                    product.label(),
                    "cannot rename a " + kind(operation.object()),
                    "Drop it, and create it under the new name.");
        }
        return one("RENAME TABLE " + name(operation.object()) + " TO "
                + MySqlRenderer.CLAUSES.table(operation.object().name().withName(operation.newName())));
    }

    private static String kind(ObjectName object) {
        return object.kind().words().toLowerCase(Locale.ROOT);
    }

    private static String name(ObjectName object) {
        return MySqlRenderer.CLAUSES.table(object.table()
                .map(table -> table.withName(object.name().name()))
                .orElse(object.name()));
    }

    private static String query(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(MySqlRenderer.ddl(sql));
    }
}
