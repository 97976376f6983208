package dev.aludel.autogenerate.render;

import static dev.aludel.autogenerate.render.JavaExpression.number;
import static dev.aludel.autogenerate.render.JavaExpression.string;
import static dev.aludel.autogenerate.render.JavaExpression.strings;

import dev.aludel.autogenerate.render.JavaExpression.Chain;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
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
import dev.aludel.operation.SequenceOptions;
import dev.aludel.operation.SetSequence;
import dev.aludel.operation.Truncate;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.Value;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes each operation as the call that records it. */
final class JavaStatements implements Operation.Visitor<Chain> {
    private final JavaWords words;

    JavaStatements(JavaWords words) {
        this.words = words;
    }

    @Override
    public Chain visit(CreateTable operation) {
        Table table = operation.table();
        List<JavaExpression> arguments = new ArrayList<>();
        arguments.add(table(table.name()));
        table.columns().forEach(column -> arguments.add(words.column(column)));
        table.constraints().forEach(constraint -> arguments.add(words.constraint(constraint)));
        table.indexes().forEach(index -> arguments.add(words.index(index)));
        Chain call = JavaExpression.call("op.createTable", arguments);
        Chain text = when(
                operation.persistence() != Persistence.PERMANENT,
                call,
                operation.persistence().name().toLowerCase(Locale.ROOT));
        if (operation.options().isPresent()) {
            text = text.then("options", string(operation.options().get()));
        }
        text = when(operation.ifNotExists(), JavaWords.with(text, table.options()), "ifNotExists");
        return table.comment().isPresent()
                ? text.then("comment", string(table.comment().get()))
                : text;
    }

    @Override
    public Chain visit(DropTable operation) {
        return drop(call("dropTable", operation.table()), operation.options());
    }

    @Override
    public Chain visit(RenameTable operation) {
        return call("renameTable", operation.table(), string(operation.newName()));
    }

    @Override
    public Chain visit(CommentOnTable operation) {
        return operation
                .change()
                .to()
                .map(text -> call("commentOnTable", operation.table(), string(text)))
                .orElseGet(() -> call("noCommentOnTable", operation.table()));
    }

    @Override
    public Chain visit(AddColumn operation) {
        return when(
                operation.ifNotExists(),
                call("addColumn", operation.table(), words.column(operation.column())),
                "ifNotExists");
    }

    @Override
    public Chain visit(DropColumn operation) {
        return drop(call("dropColumn", operation.table(), string(operation.column())), operation.options());
    }

    @Override
    public Chain visit(AlterColumn operation) {
        Chain text = call("alterColumn", operation.table(), string(operation.column()));
        for (ColumnChange change : operation.changes()) {
            text = change(text, change);
        }
        return text;
    }

    @Override
    public Chain visit(RenameColumn operation) {
        return call("renameColumn", operation.table(), string(operation.column()), string(operation.newName()));
    }

    @Override
    public Chain visit(AddConstraint operation) {
        Chain text = words.added(operation.table(), operation.constraint());
        if (operation.usingIndex().isPresent()) {
            text = text.then("usingIndex", string(operation.usingIndex().get()));
        }
        return text;
    }

    @Override
    public Chain visit(ValidateConstraint operation) {
        return part("validateConstraint", operation.constraint(), operation.table(), List.of());
    }

    @Override
    public Chain visit(AlterTable operation) {
        Chain text = call("alterTable", operation.table());
        for (Map.Entry<String, Change<String>> each : operation.changes().entrySet()) {
            text = changed(text, each.getKey(), each.getValue());
        }
        return text;
    }

    private static Chain changed(Chain text, String option, Change<String> change) {
        return change.to()
                .map(value -> text.then("with", string(option), string(value)))
                .orElseGet(() -> text.then("without", string(option)));
    }

    @Override
    public Chain visit(DropConstraint operation) {
        return drop(part("dropConstraint", operation.constraint(), operation.table(), List.of()), operation.options());
    }

    @Override
    public Chain visit(RenameConstraint operation) {
        return call("renameConstraint", operation.table(), string(operation.constraint()), string(operation.newName()));
    }

    @Override
    public Chain visit(CreateIndex operation) {
        Index index = operation.index();
        IndexBuild build = operation.build();
        Chain text = JavaWords.indexOptions(
                part("createIndex", index.name().orElseThrow(), operation.table(), words.parts(index)), index);
        text = when(build.concurrently(), text, "concurrently");
        return when(build.ifNotExists(), text, "ifNotExists");
    }

    @Override
    public Chain visit(DropIndex operation) {
        Chain text = part("dropIndex", operation.index(), operation.table(), List.of());
        return drop(when(operation.concurrently(), text, "concurrently"), operation.options());
    }

    @Override
    public Chain visit(RenameIndex operation) {
        return call("renameIndex", operation.table(), string(operation.index()), string(operation.newName()));
    }

    @Override
    public Chain visit(CreateSequence operation) {
        Chain text =
                JavaObjects.sequence(call("createSequence", operation.sequence().name()), operation.sequence());
        return when(operation.ifNotExists(), text, "ifNotExists");
    }

    @Override
    public Chain visit(AlterSequence operation) {
        return JavaObjects.options(
                call("alterSequence", operation.to().name()), SequenceOptions.change(operation.from(), operation.to()));
    }

    @Override
    public Chain visit(SetSequence operation) {
        return JavaObjects.options(call("alterSequence", operation.sequence()), operation.options());
    }

    @Override
    public Chain visit(RenameSequence operation) {
        return call("renameSequence", operation.sequence(), string(operation.newName()));
    }

    @Override
    public Chain visit(DropSequence operation) {
        return drop(call("dropSequence", operation.sequence()), operation.options());
    }

    @Override
    public Chain visit(ObjectOperation operation) {
        return operation.accept(new JavaObjects(words));
    }

    @Override
    public Chain visit(Truncate operation) {
        List<JavaExpression> tables =
                operation.tables().stream().map(JavaStatements::table).toList();
        Chain text = when(operation.restartIdentity(), JavaExpression.call("op.truncate", tables), "restartIdentity");
        return when(operation.cascade(), text, "cascade");
    }

    @Override
    public Chain visit(BulkInsert operation) {
        Chain text = call(
                "bulkInsert", operation.table(), strings(operation.columns()).toArray(JavaExpression[]::new));
        for (List<Value> row : operation.rows()) {
            text = text.then("row", row.stream().map(words::value).toArray(JavaExpression[]::new));
        }
        return text;
    }

    @Override
    public Chain visit(Backfill operation) {
        Chain text = call("backfill", operation.table(), string(operation.key()));
        for (String assignment : operation.assignments()) {
            text = text.then("set", string(assignment));
        }
        if (operation.where().isPresent()) {
            text = text.then("where", string(operation.where().get()));
        }
        return operation.batchSize() == Backfill.DEFAULT_BATCH_SIZE
                ? text
                : text.then("batchSize", number(operation.batchSize()));
    }

    @Override
    public Chain visit(ExecuteSql operation) {
        return JavaExpression.call("op.execute", string(operation.sql()));
    }

    @Override
    public Chain visit(RunJava operation) {
        throw new IllegalArgumentException("Java code cannot be written back: " + operation.description());
    }

    private Chain change(Chain text, ColumnChange change) {
        if (change instanceof ColumnChange.TypeChange type) {
            List<JavaExpression> arguments = new ArrayList<>(List.of(new JavaTypes(words).type(type.to())));
            type.using().ifPresent(sql -> arguments.add(string(sql)));
            return text.then("type", arguments.toArray(JavaExpression[]::new));
        }
        if (change instanceof ColumnChange.NullabilityChange nullability) {
            return text.then(nullability.nullable() ? "nullable" : "notNull");
        }
        if (change instanceof ColumnChange.DefaultChange value) {
            return value.change()
                    .to()
                    .map(sql -> text.then("defaultValue", string(sql.sql())))
                    .orElseGet(() -> text.then("noDefault"));
        }
        if (change instanceof ColumnChange.IdentityChange value) {
            return value.change()
                    .to()
                    .map(identity -> words.identity(text, identity))
                    .orElseGet(() -> text.then("noIdentity"));
        }
        if (change instanceof ColumnChange.CollationChange value) {
            return value.change()
                    .to()
                    .map(name -> text.then("collation", string(name)))
                    .orElseGet(() -> text.then("defaultCollation"));
        }
        if (change instanceof ColumnChange.OptionChange value) {
            return changed(text, value.option(), value.change());
        }
        return ((ColumnChange.CommentChange) change)
                .change()
                .to()
                .map(comment -> text.then("comment", string(comment)))
                .orElseGet(() -> text.then("noComment"));
    }

    static Chain drop(Chain call, DropOptions options) {
        return when(options.cascade(), when(options.ifExists(), call, "ifExists"), "cascade");
    }

    static Chain when(boolean holds, Chain call, String word) {
        return holds ? call.then(word) : call;
    }

    static Chain call(String word, TableName table, JavaExpression... rest) {
        List<JavaExpression> arguments = new ArrayList<>(List.of(table(table)));
        arguments.addAll(Arrays.asList(rest));
        return JavaExpression.call("op." + word, arguments);
    }

    static Chain part(String word, String name, TableName table, List<JavaExpression> rest) {
        List<JavaExpression> arguments = new ArrayList<>(List.of(string(name), table(table)));
        arguments.addAll(rest);
        return JavaExpression.call("op." + word, arguments);
    }

    /** The table as the DSL reads it: a dot separates schema and name, so neither can have one where it would mislead. */
    static JavaExpression table(TableName name) {
        if (!TableName.parse(name.toString()).equals(name)) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "A Java migration cannot name the table " + name + ", since there is a dot in its name.")
                    .state("No file was written and the database is as it was.")
                    .remedy("Write this migration in SQL.");
        }
        return string(name.toString());
    }
}
