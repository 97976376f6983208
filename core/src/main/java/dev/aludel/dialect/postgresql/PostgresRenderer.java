package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.ConstraintClause;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.Backfill;
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
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders operations as a person would write them by hand. */
final class PostgresRenderer implements Operation.Visitor<List<SqlStatement>> {
    static final ConstraintClause CLAUSES = new ConstraintClause(PostgresIdentifiers::quote);

    private final TableLookup before;

    PostgresRenderer(TableLookup before) {
        this.before = before;
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        Table table = operation.table();
        String name = CLAUSES.table(table.name());
        List<Constraint> repeated = repeatedKeys(table);
        String body = Stream.concat(
                        table.columns().stream().map(PostgresRenderer::column),
                        table.constraints().stream()
                                .filter(constraint -> !repeated.contains(constraint))
                                .map(CLAUSES::render))
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(SqlStatement.of("CREATE TABLE " + name + (body.isBlank() ? " ()" : body)));
        repeated.forEach(key -> statements.addAll(visit(new AddConstraint(table.name(), key))));
        table.indexes().forEach(index -> statements.add(index(table.name(), index)));
        table.comment().ifPresent(text -> statements.add(comment("TABLE " + name, Optional.of(text))));
        table.columns().forEach(column -> statements.addAll(columnComment(table.name(), column)));
        return statements;
    }

    /** CREATE TABLE drops, without a word, a key over the columns of another: such keys are added afterwards. */
    private static List<Constraint> repeatedKeys(Table table) {
        Set<List<String>> seen = new HashSet<>();
        return table.constraints().stream()
                .filter(constraint ->
                        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique)
                .filter(constraint -> !seen.add(constraint.columns()))
                .toList();
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        return one("DROP TABLE " + CLAUSES.table(operation.table()));
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
    public List<SqlStatement> visit(AddColumn operation) {
        List<SqlStatement> statements =
                new ArrayList<>(alter(operation.table(), "ADD COLUMN " + column(operation.column())));
        statements.addAll(columnComment(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        return alter(operation.table(), "DROP COLUMN " + quote(operation.column()));
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        return PostgresColumns.alter(operation, before);
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return alter(
                operation.table(), "RENAME COLUMN " + quote(operation.column()) + " TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        return alter(operation.table(), "ADD " + CLAUSES.render(operation.constraint()));
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        return alter(operation.table(), "DROP CONSTRAINT " + quote(operation.constraint()));
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return alter(
                operation.table(),
                "RENAME CONSTRAINT " + quote(operation.constraint()) + " TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return List.of(index(operation.table(), operation.index()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        return one("DROP INDEX " + CLAUSES.table(operation.table().withName(operation.index())));
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return one("ALTER INDEX " + CLAUSES.table(operation.table().withName(operation.index())) + " RENAME TO "
                + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        return one("CREATE SEQUENCE " + CLAUSES.table(sequence.name()) + " "
                + numbers(OptionalLong.of(sequence.start()), OptionalLong.of(sequence.increment())));
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        Sequence sequence = operation.to();
        boolean turns = operation
                .from()
                .filter(was -> (was.increment() > 0) != (sequence.increment() > 0))
                .isPresent();
        // The bounds and the last number belong to the old direction.
        String reset = turns ? "NO MINVALUE NO MAXVALUE RESTART WITH " + sequence.start() + " " : "";
        return one("ALTER SEQUENCE " + CLAUSES.table(sequence.name()) + " " + reset
                + numbers(OptionalLong.of(sequence.start()), OptionalLong.of(sequence.increment())));
    }

    /** A sequence that a column owned, as a serial's, went with its table or column already. */
    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        return one("DROP SEQUENCE IF EXISTS " + CLAUSES.table(operation.sequence()));
    }

    @Override
    public List<SqlStatement> visit(Backfill operation) {
        return one(PostgresBackfill.of(operation).whole());
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return PostgresSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(RunJava operation) {
        throw new IllegalArgumentException("Java code has no SQL: " + operation.describe());
    }

    static SqlStatement comment(String on, Optional<String> text) {
        return SqlStatement.of("COMMENT ON " + on + " IS "
                + text.map(PostgresIdentifiers::literal).orElse("NULL"));
    }

    /** {@code GENERATED BY DEFAULT AS IDENTITY (START WITH 100)}. */
    static String identity(Identity identity) {
        String numbers = numbers(identity.start(), identity.increment());
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (numbers.isEmpty() ? "" : " (" + numbers + ")");
    }

    /** A start beyond the default bounds (1 upwards, -1 downwards) moves the bound, or the server refuses it. */
    private static String numbers(OptionalLong start, OptionalLong increment) {
        boolean upwards = increment.orElse(1) > 0;
        List<String> clauses = new ArrayList<>();
        start.ifPresent(value -> clauses.add("START WITH " + value));
        increment.ifPresent(value -> clauses.add("INCREMENT BY " + value));
        start.ifPresent(value -> {
            if (upwards && value < 1) {
                clauses.add("MINVALUE " + value);
            } else if (!upwards && value > -1) {
                clauses.add("MAXVALUE " + value);
            }
        });
        return String.join(" ", clauses);
    }

    private static String column(Column column) {
        return quote(column.name()) + " " + PostgresTypes.render(column.type())
                + column.collation().map(name -> " COLLATE " + quote(name)).orElse("")
                + column.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("")
                + column.identity().map(value -> " " + identity(value)).orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ") "
                                + (value.stored() ? "STORED" : "VIRTUAL"))
                        .orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    private static List<SqlStatement> columnComment(TableName table, Column column) {
        return column
                .comment()
                .map(text -> comment("COLUMN " + CLAUSES.table(table) + "." + quote(column.name()), Optional.of(text)))
                .stream()
                .toList();
    }

    private static SqlStatement index(TableName table, Index index) {
        return SqlStatement.of((index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                + index.name().map(name -> quote(name) + " ").orElse("")
                + "ON " + CLAUSES.table(table)
                + index.method().map(method -> " USING " + quote(method)).orElse("")
                + index.parts().stream().map(PostgresRenderer::part).collect(Collectors.joining(", ", " (", ")"))
                + index.where().map(predicate -> " WHERE " + predicate).orElse(""));
    }

    private static String part(Index.Part part) {
        return (part.expression() ? IndexElement.render(part.text()) : quote(part.text()))
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(nulls -> " NULLS " + nulls.name()).orElse("");
    }

    private static List<SqlStatement> alter(TableName table, String action) {
        return one("ALTER TABLE " + CLAUSES.table(table) + " " + action);
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    private static String quote(String identifier) {
        return PostgresIdentifiers.quote(identifier);
    }
}
