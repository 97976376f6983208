package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.ConstraintClause;
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
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        List<Constraint> later = addedLater(table);
        String body = Stream.concat(
                        table.columns().stream().map(PostgresRenderer::column),
                        table.constraints().stream()
                                .filter(constraint -> !later.contains(constraint))
                                .map(CLAUSES::render))
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        List<SqlStatement> statements = new ArrayList<>();
        String persistence = table.options().containsKey("UNLOGGED")
                ? "UNLOGGED "
                : operation.persistence() == Persistence.PERMANENT ? "" : operation.persistence() + " ";
        boolean partition = table.options().containsKey(Table.PARTITION_OF);
        boolean empty = table.columns().isEmpty() && later.containsAll(table.constraints());
        String columns = empty ? (partition ? "" : " ()") : body;
        statements.add(SqlStatement.of("CREATE " + persistence + "TABLE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name
                + PostgresTableOptions.partition(table.options(), columns)
                + PostgresTableOptions.clauses(table.options())
                + operation.options().map(sql -> " " + sql).orElse("")));
        table.columns().forEach(column -> statements.addAll(columnOptions(table.name(), column)));
        later.forEach(constraint -> statements.addAll(visit(new AddConstraint(table.name(), constraint))));
        IndexBuild build = new IndexBuild(false, operation.ifNotExists());
        table.indexes().forEach(index -> statements.add(PostgresIndexes.create(table.name(), index, build)));
        PostgresTableOptions.actionsAfterCreate(table.options())
                .forEach(action -> statements.addAll(alter(table.name(), action)));
        table.comment().ifPresent(text -> statements.add(comment("TABLE " + name, Optional.of(text))));
        table.columns().forEach(column -> statements.addAll(columnComment(table.name(), column)));
        return statements;
    }

    /**
     * CREATE TABLE drops, without a word, a key over the columns of another, and takes a constraint for valid: such are
     * added afterwards.
     */
    private static List<Constraint> addedLater(Table table) {
        Set<List<String>> seen = new HashSet<>();
        return table.constraints().stream()
                .filter(constraint -> isNotValid(constraint) || (isKey(constraint) && !seen.add(constraint.columns())))
                .toList();
    }

    private static boolean isKey(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
    }

    private static boolean isNotValid(Constraint constraint) {
        Set<String> qualifiers = constraint instanceof Constraint.Check check
                ? check.qualifiers()
                : constraint instanceof Constraint.ForeignKey key ? key.qualifiers() : Set.of();
        return qualifiers.contains(Constraint.NOT_VALID);
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
    public List<SqlStatement> visit(AddColumn operation) {
        List<SqlStatement> statements = new ArrayList<>(alter(
                operation.table(),
                "ADD COLUMN " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + column(operation.column())));
        statements.addAll(columnOptions(operation.table(), operation.column()));
        statements.addAll(columnComment(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        DropOptions options = operation.options();
        return alter(
                operation.table(), "DROP COLUMN " + ifExists(options) + quote(operation.column()) + cascade(options));
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
        String clause = operation
                .usingIndex()
                .map(index -> usingIndex(operation.constraint(), index))
                .orElseGet(() -> CLAUSES.render(operation.constraint()));
        return alter(operation.table(), "ADD " + clause);
    }

    private static String usingIndex(Constraint constraint, String index) {
        boolean primary = constraint instanceof Constraint.PrimaryKey;
        Constraint.Deferral deferral = constraint instanceof Constraint.PrimaryKey key
                ? key.deferral()
                : ((Constraint.Unique) constraint).deferral();
        return "CONSTRAINT " + quote(constraint.name().orElseThrow()) + (primary ? " PRIMARY KEY" : " UNIQUE")
                + " USING INDEX " + quote(index) + ConstraintClause.deferral(deferral);
    }

    @Override
    public List<SqlStatement> visit(ValidateConstraint operation) {
        return alter(operation.table(), "VALIDATE CONSTRAINT " + quote(operation.constraint()));
    }

    @Override
    public List<SqlStatement> visit(AlterTable operation) {
        return PostgresTableOptions.alter(operation);
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
        return List.of(PostgresIndexes.create(operation.table(), operation.index(), operation.build()));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        return List.of(PostgresIndexes.drop(operation));
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return one("ALTER INDEX " + PostgresIndexes.name(operation.table(), operation.index()) + " RENAME TO "
                + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        return one("CREATE SEQUENCE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + CLAUSES.table(sequence.name()) + " " + PostgresSequences.options(sequence));
    }

    @Override
    public List<SqlStatement> visit(SetSequence operation) {
        return one("ALTER SEQUENCE " + CLAUSES.table(operation.sequence()) + " "
                + PostgresSequences.options(operation.options()));
    }

    @Override
    public List<SqlStatement> visit(RenameSequence operation) {
        return one(
                "ALTER SEQUENCE " + CLAUSES.table(operation.sequence()) + " RENAME TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        Sequence sequence = operation.to();
        List<SqlStatement> statements = new ArrayList<>(PostgresSequences.moveInto(operation.from(), sequence));
        statements.add(SqlStatement.of("ALTER SEQUENCE " + CLAUSES.table(sequence.name()) + " "
                + PostgresSequences.change(operation.from(), sequence)));
        return statements;
    }

    /** A sequence that a column owned, as a serial's, went with its table or column already. */
    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        return one("DROP SEQUENCE IF EXISTS " + CLAUSES.table(operation.sequence()) + cascade(operation.options()));
    }

    @Override
    public List<SqlStatement> visit(ObjectOperation operation) {
        return operation.accept(new PostgresObjects());
    }

    @Override
    public List<SqlStatement> visit(Truncate operation) {
        return one(operation.tables().stream().map(CLAUSES::table).collect(Collectors.joining(", ", "TRUNCATE ", ""))
                + (operation.restartIdentity() ? " RESTART IDENTITY" : "")
                + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<SqlStatement> visit(BulkInsert operation) {
        return PostgresRows.insert(operation);
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

    private static String column(Column column) {
        return quote(column.name()) + " " + PostgresTypes.render(column.type())
                + column.collation().map(name -> " COLLATE " + quote(name)).orElse("")
                + column.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("")
                + column.identity()
                        .map(value -> " " + PostgresSequences.identity(value))
                        .orElse("")
                + column.generated()
                        .map(value -> " GENERATED ALWAYS AS (" + value.expression() + ") "
                                + (value.stored() ? "STORED" : "VIRTUAL"))
                        .orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    private static List<SqlStatement> columnOptions(TableName table, Column column) {
        return column.options().entrySet().stream()
                .flatMap(option -> alter(
                        table,
                        "ALTER COLUMN " + quote(column.name()) + " "
                                + PostgresColumnOptions.action(option.getKey(), Optional.of(option.getValue())))
                        .stream())
                .toList();
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

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }

    private static String quote(String identifier) {
        return PostgresIdentifiers.quote(identifier);
    }
}
