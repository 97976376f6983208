package dev.aludel.dialect.mysql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.ConstraintClause;
import dev.aludel.dialect.ansi.NotSupported;
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
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders operations as a person would write them by hand. Statements that define commit, so they stand alone. */
final class MySqlRenderer implements Operation.Visitor<List<SqlStatement>> {
    static final ConstraintClause CLAUSES = new ConstraintClause(MySqlIdentifiers::quote);

    private final Product product;
    private final TableLookup before;
    private final MySqlColumns columns;
    private final MySqlIndexes indexes;
    private final MySqlConstraints constraints;

    MySqlRenderer(Product product, TableLookup before) {
        this.product = product;
        this.before = before;
        this.columns = new MySqlColumns(product);
        this.indexes = new MySqlIndexes(product);
        this.constraints = new MySqlConstraints(product);
    }

    @Override
    public List<SqlStatement> visit(CreateTable operation) {
        Table table = operation.table();
        if (operation.persistence() == Persistence.UNLOGGED) {
            throw NotSupported.by(product.label(), "has no unlogged tables", "Leave .unlogged() out.");
        }
        String body = Stream.of(
                        table.columns().stream().map(columns::definition),
                        table.constraints().stream().map(constraints::clause),
                        table.indexes().stream().map(indexes::clause))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        return one("CREATE " + (operation.persistence() == Persistence.TEMPORARY ? "TEMPORARY " : "") + "TABLE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + CLAUSES.table(table.name()) + body
                + MySqlTableOptions.clauses(table.options(), table.comment())
                + operation.options().map(sql -> " " + sql).orElse(""));
    }

    @Override
    public List<SqlStatement> visit(DropTable operation) {
        refuseCascade(operation.options());
        return one("DROP TABLE " + (operation.options().ifExists() ? "IF EXISTS " : "")
                + CLAUSES.table(operation.table()));
    }

    @Override
    public List<SqlStatement> visit(RenameTable operation) {
        return alter(
                operation.table(),
                "RENAME TO " + CLAUSES.table(operation.table().withName(operation.newName())));
    }

    @Override
    public List<SqlStatement> visit(CommentOnTable operation) {
        return alter(
                operation.table(),
                "COMMENT=" + MySqlIdentifiers.literal(operation.change().to().orElse("")));
    }

    @Override
    public List<SqlStatement> visit(AlterTable operation) {
        return new MySqlTableOptions(product, columns).alter(operation, find(operation.table()));
    }

    @Override
    public List<SqlStatement> visit(AddColumn operation) {
        requireMariaDb(product, operation.ifNotExists(), "ADD COLUMN IF NOT EXISTS");
        Optional<Column> twin = find(operation.table())
                .flatMap(table -> findTwin(table, operation.column().name()));
        if (twin.isPresent()) {
            return alter(
                    operation.table(),
                    "CHANGE COLUMN " + quote(twin.get().name()) + " " + columns.definition(operation.column()));
        }
        return alter(
                operation.table(),
                "ADD COLUMN " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                        + columns.definition(operation.column())
                        + Numbering.ofAddition(find(operation.table()), operation.column(), columns));
    }

    @Override
    public List<SqlStatement> visit(DropColumn operation) {
        refuseCascade(operation.options());
        requireMariaDb(product, operation.options().ifExists(), "DROP COLUMN IF EXISTS");
        boolean renamed = find(operation.table())
                .flatMap(table -> findTwin(table, operation.column()))
                .isPresent();
        if (renamed) {
            return List.of();
        }
        return alter(
                operation.table(),
                "DROP COLUMN " + (operation.options().ifExists() ? "IF EXISTS " : "") + quote(operation.column()));
    }

    /** Columns whose names differ in the case of letters alone are one to the server, which can only rename it. */
    private static Optional<Column> findTwin(Table table, String name) {
        return table.columns().stream()
                .filter(column ->
                        column.name().equalsIgnoreCase(name) && !column.name().equals(name))
                .findFirst();
    }

    @Override
    public List<SqlStatement> visit(AlterColumn operation) {
        return columns.alter(operation, before);
    }

    @Override
    public List<SqlStatement> visit(RenameColumn operation) {
        return alter(
                operation.table(), "RENAME COLUMN " + quote(operation.column()) + " TO " + quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> visit(AddConstraint operation) {
        if (operation.usingIndex().isPresent()) {
            throw NotSupported.by(
                    product.label(),
                    "makes no constraint of an index that is there: a unique index is one already",
                    "Leave .usingIndex(…) out.");
        }
        return List.of(constraints.add(operation, find(operation.table())));
    }

    @Override
    public List<SqlStatement> visit(ValidateConstraint operation) {
        throw NotSupported.by(
                product.label(), "checks all rows when a constraint comes", "Leave op.validateConstraint(…) out.");
    }

    @Override
    public List<SqlStatement> visit(DropConstraint operation) {
        refuseCascade(operation.options());
        return List.of(constraints.drop(operation, find(operation.table())));
    }

    @Override
    public List<SqlStatement> visit(RenameConstraint operation) {
        return constraints.rename(operation, find(operation.table()));
    }

    @Override
    public List<SqlStatement> visit(CreateIndex operation) {
        return List.of(indexes.create(operation, find(operation.table())));
    }

    @Override
    public List<SqlStatement> visit(DropIndex operation) {
        refuseCascade(operation.options());
        return List.of(indexes.drop(operation, find(operation.table())));
    }

    @Override
    public List<SqlStatement> visit(RenameIndex operation) {
        return MySqlIndexes.rename(operation.table(), operation.index(), operation.newName());
    }

    @Override
    public List<SqlStatement> visit(CreateSequence operation) {
        return new MySqlSequences(product).create(operation);
    }

    @Override
    public List<SqlStatement> visit(AlterSequence operation) {
        return new MySqlSequences(product).alter(operation);
    }

    @Override
    public List<SqlStatement> visit(SetSequence operation) {
        return new MySqlSequences(product).set(operation);
    }

    @Override
    public List<SqlStatement> visit(RenameSequence operation) {
        return new MySqlSequences(product).rename(operation);
    }

    @Override
    public List<SqlStatement> visit(DropSequence operation) {
        refuseCascade(operation.options());
        return new MySqlSequences(product).drop(operation);
    }

    @Override
    public List<SqlStatement> visit(ObjectOperation operation) {
        return operation.accept(new MySqlObjects(product));
    }

    /** Each commits, and starts numbers anew. */
    @Override
    public List<SqlStatement> visit(Truncate operation) {
        if (operation.cascade()) {
            throw NotSupported.by(
                    product.label(),
                    "empties no table that a foreign key refers to",
                    "Use op.execute with DELETE, the referring tables first.");
        }
        return operation.tables().stream()
                .map(table -> ddl("TRUNCATE TABLE " + CLAUSES.table(table)))
                .toList();
    }

    @Override
    public List<SqlStatement> visit(BulkInsert operation) {
        return MySqlRows.insert(operation);
    }

    @Override
    public List<SqlStatement> visit(Backfill operation) {
        return List.of(SqlStatement.of(MySqlBackfill.of(operation).whole()));
    }

    @Override
    public List<SqlStatement> visit(ExecuteSql operation) {
        return MySqlSplitter.split(operation.sql());
    }

    @Override
    public List<SqlStatement> visit(RunJava operation) {
        throw new IllegalArgumentException("Java code has no SQL: " + operation.describe());
    }

    private Optional<Table> find(TableName table) {
        return before.find(table);
    }

    private void refuseCascade(DropOptions options) {
        if (options.cascade()) {
            throw NotSupported.by(
                    product.label(),
                    "drops nothing along with it",
                    "Drop what depends on it first, and leave .cascade() out.");
        }
    }

    static void requireMariaDb(Product product, boolean said, String what) {
        if (said && product == Product.MYSQL) {
            throw NotSupported.by(
                    product.label(), "has no " + what, "Leave the condition out: Aludel runs each migration once.");
        }
    }

    private static List<SqlStatement> alter(TableName table, String action) {
        return one("ALTER TABLE " + CLAUSES.table(table) + " " + action);
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(ddl(sql));
    }

    /** A statement that commits what went before, and itself. */
    static SqlStatement ddl(String sql) {
        return new SqlStatement(sql, 1, false);
    }

    private static String quote(String identifier) {
        return MySqlIdentifiers.quote(identifier);
    }
}
