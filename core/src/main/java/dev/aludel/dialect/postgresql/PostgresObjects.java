package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
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
import dev.aludel.schema.SchemaObject;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the operations on what stands beside tables. */
final class PostgresObjects implements ObjectOperation.ObjectVisitor<List<SqlStatement>> {

    @Override
    public List<SqlStatement> visit(CreateSchema operation) {
        return one("CREATE SCHEMA " + ifNotExists(operation.ifNotExists()) + name(operation.object()));
    }

    @Override
    public List<SqlStatement> visit(CreateEnum operation) {
        return one("CREATE TYPE " + name(operation.object()) + " AS ENUM "
                + operation.values().stream()
                        .map(PostgresIdentifiers::literal)
                        .collect(Collectors.joining(", ", "(", ")")));
    }

    @Override
    public List<SqlStatement> visit(AddEnumValue operation) {
        return one("ALTER TYPE " + name(operation.object()) + " ADD VALUE " + ifNotExists(operation.ifNotExists())
                + PostgresIdentifiers.literal(operation.value())
                + operation
                        .before()
                        .map(value -> " BEFORE " + PostgresIdentifiers.literal(value))
                        .orElse("")
                + operation
                        .after()
                        .map(value -> " AFTER " + PostgresIdentifiers.literal(value))
                        .orElse(""));
    }

    @Override
    public List<SqlStatement> visit(RenameEnumValue operation) {
        return one("ALTER TYPE " + name(operation.object()) + " RENAME VALUE "
                + PostgresIdentifiers.literal(operation.value()) + " TO "
                + PostgresIdentifiers.literal(operation.newValue()));
    }

    @Override
    public List<SqlStatement> visit(CreateView operation) {
        return one((operation.orReplace() ? "CREATE OR REPLACE " : "CREATE ")
                + operation.object().kind().words() + " "
                + ifNotExists(operation.ifNotExists()) + name(operation.object()) + " AS "
                + query(operation.query())
                + withData(operation.withData()));
    }

    @Override
    public List<SqlStatement> visit(RefreshView operation) {
        return one("REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + name(operation.object()) + withData(operation.withData()));
    }

    @Override
    public List<SqlStatement> visit(CreateFromSql operation) {
        return PostgresSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(CreateExtension operation) {
        return one("CREATE EXTENSION " + ifNotExists(operation.ifNotExists()) + name(operation.object())
                + operation
                        .schema()
                        .map(schema -> " SCHEMA " + PostgresIdentifiers.quote(schema))
                        .orElse("")
                + operation
                        .version()
                        .map(version -> " VERSION " + PostgresIdentifiers.literal(version))
                        .orElse(""));
    }

    @Override
    public List<SqlStatement> visit(DropObject operation) {
        ObjectName object = operation.object();
        return one("DROP " + object.kind().words() + " " + PostgresRenderer.ifExists(operation.options())
                + reference(object) + PostgresRenderer.cascade(operation.options()));
    }

    @Override
    public List<SqlStatement> visit(RenameObject operation) {
        return one("ALTER " + operation.object().kind().words() + " " + name(operation.object()) + " RENAME TO "
                + PostgresIdentifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CommentOnObject operation) {
        ObjectName object = operation.object();
        return List.of(PostgresRenderer.comment(
                object.kind().words() + " " + reference(object),
                operation.change().to()));
    }

    @Override
    public List<SqlStatement> visit(ReplaceObject operation) {
        String name = name(operation.object());
        if (operation.from().definition() instanceof SchemaObject.Values from
                && operation.to().definition() instanceof SchemaObject.Values to) {
            return PostgresEnums.change(operation, from.values(), to.values());
        }
        SchemaObject.Statement from = (SchemaObject.Statement) operation.from().definition();
        SchemaObject.Statement to = (SchemaObject.Statement) operation.to().definition();
        List<String> statements = switch (operation.object().kind()) {
            case DOMAIN -> PostgresDomains.change(name, from, to);
            case TYPE -> PostgresDomains.changeAttributes(name, from, to);
            default -> List.of(to.sql());
        };
        return statements.stream().map(SqlStatement::of).toList();
    }

    /** {@code total(integer)}, {@code audit ON author}. */
    private static String reference(ObjectName object) {
        return name(object)
                + object.arguments()
                + object.table()
                        .map(table -> " ON " + PostgresRenderer.CLAUSES.table(table))
                        .orElse("");
    }

    private static String ifNotExists(boolean holds) {
        return holds ? "IF NOT EXISTS " : "";
    }

    private static String withData(boolean holds) {
        return holds ? "" : " WITH NO DATA";
    }

    private static String name(ObjectName object) {
        return PostgresRenderer.CLAUSES.table(object.name());
    }

    private static String query(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
