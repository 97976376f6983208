package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.ansi.ConstraintClause;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CommentOnTable;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
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
import dev.aludel.schema.Column;
import dev.aludel.schema.Index;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes operations as PostgreSQL's statements, the way a person would. */
final class PostgresRenderer implements Operation.Visitor<List<SqlStatement>> {
    private final PostgresDialect dialect;
    private final ConstraintClause clauses;
    private final PostgresColumns columns;

    PostgresRenderer(PostgresDialect dialect) {
        this.dialect = dialect;
        this.clauses = new ConstraintClause(dialect);
        this.columns = new PostgresColumns(dialect);
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        Table table = operation.table();
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columns.definition(column)));
        table.constraints().forEach(constraint -> lines.add(clauses.render(constraint)));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + name(table.name()) + " ("
                + (lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n") + ")");
        table.indexes().forEach(index -> statements.add(createIndex(table.name(), index)));
        table.comment().ifPresent(text -> statements.add(comment("TABLE " + name(table.name()), table.comment())));
        table.columns().forEach(column -> addComment(statements, table.name(), column));
        return statements(statements);
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        return statements("DROP TABLE " + name(operation.table()));
    }

    @Override
    public List<SqlStatement> visit(RenameTable operation) {
        return statements(alter(operation.table(), "RENAME TO " + dialect.quote(operation.newName())));
    }

    @Override
    public List<SqlStatement> visit(CommentOnTable operation) {
        return statements(
                comment("TABLE " + name(operation.table()), operation.change().to()));
    }

    @Override
    public List<SqlStatement> visit(AddColumn operation) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation.table(), "ADD COLUMN " + columns.definition(operation.column())));
        addComment(statements, operation.table(), operation.column());
        return statements(statements);
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        return statements(alter(operation.table(), "DROP COLUMN " + dialect.quote(operation.column())));
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        List<String> statements = new ArrayList<>();
        List<String> actions = columns.actions(operation);
        if (!actions.isEmpty()) {
            String separator = actions.size() == 1 ? " " : "\n    ";
            statements.add(
                    "ALTER TABLE " + name(operation.table()) + separator + String.join("," + separator, actions));
        }
        columns.newComment(operation)
                .ifPresent(change -> statements.add(comment(
                        "COLUMN " + name(operation.table()) + "." + dialect.quote(operation.column()), change.to())));
        return statements(statements);
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return statements(alter(
                operation.table(),
                "RENAME COLUMN " + dialect.quote(operation.column()) + " TO " + dialect.quote(operation.newName())));
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        return statements(alter(operation.table(), "ADD " + clauses.render(operation.constraint())));
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        return statements(alter(operation.table(), "DROP CONSTRAINT " + dialect.quote(operation.constraint())));
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return statements(alter(
                operation.table(),
                "RENAME CONSTRAINT " + dialect.quote(operation.constraint()) + " TO "
                        + dialect.quote(operation.newName())));
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return statements(createIndex(operation.table(), operation.index()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        return statements("DROP INDEX " + name(operation.table().withName(operation.index())));
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return statements("ALTER INDEX " + name(operation.table().withName(operation.index())) + " RENAME TO "
                + dialect.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        return statements("CREATE SEQUENCE " + name(sequence.name()) + " START WITH " + sequence.start()
                + " INCREMENT BY " + sequence.increment());
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        Sequence sequence = operation.to();
        return statements("ALTER SEQUENCE " + name(sequence.name()) + " START WITH " + sequence.start()
                + " INCREMENT BY " + sequence.increment());
    }

    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        return statements("DROP SEQUENCE " + name(operation.sequence()));
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return dialect.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(RunJava operation) {
        throw new IllegalArgumentException("Java steps are run, not rendered: " + operation.description());
    }

    private String createIndex(TableName table, Index index) {
        List<String> parts = index.parts().stream().map(this::part).toList();
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + index.name().map(text -> dialect.quote(text) + " ").orElse("") + "ON " + name(table)
                + index.method().map(method -> " USING " + method).orElse("")
                + " (" + String.join(", ", parts) + ")"
                + index.where().map(condition -> " WHERE " + condition).orElse("");
    }

    private String part(Index.Part part) {
        String text = part.expression() ? "(" + part.text() + ")" : dialect.quote(part.text());
        return text
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(nulls -> " NULLS " + nulls.name()).orElse("");
    }

    private void addComment(List<String> statements, TableName table, Column column) {
        if (column.comment().isPresent()) {
            statements.add(comment("COLUMN " + name(table) + "." + dialect.quote(column.name()), column.comment()));
        }
    }

    private static String comment(String object, Optional<String> text) {
        return "COMMENT ON " + object + " IS "
                + text.map(PostgresIdentifiers::literal).orElse("NULL");
    }

    private String alter(TableName table, String action) {
        return "ALTER TABLE " + name(table) + " " + action;
    }

    private String name(TableName table) {
        return clauses.table(table);
    }

    private static List<SqlStatement> statements(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    private static List<SqlStatement> statements(List<String> statements) {
        return statements.stream().map(SqlStatement::of).toList();
    }
}
