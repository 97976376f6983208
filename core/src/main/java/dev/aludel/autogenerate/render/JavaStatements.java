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
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ColumnChange;
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
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        return table.comment().isPresent()
                ? call.then("comment", string(table.comment().get()))
                : call;
    }

    @Override
    public Chain visit(DropTable operation) {
        return call("dropTable", operation.table());
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
        return call("addColumn", operation.table(), words.column(operation.column()));
    }

    @Override
    public Chain visit(DropColumn operation) {
        return call("dropColumn", operation.table(), string(operation.column()));
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
        Constraint constraint = operation.constraint();
        if (constraint instanceof Constraint.Check check) {
            return part("addCheck", check.name(), operation.table(), List.of(string(check.expression())));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return words.references(part("addForeignKey", key.name(), operation.table(), strings(key.columns())), key);
        }
        boolean nulls = constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct();
        String word = constraint instanceof Constraint.PrimaryKey ? "addPrimaryKey" : "addUnique";
        return part(
                nulls ? "addUniqueNullsNotDistinct" : word,
                constraint.name(),
                operation.table(),
                strings(constraint.columns()));
    }

    @Override
    public Chain visit(DropConstraint operation) {
        return part("dropConstraint", Optional.of(operation.constraint()), operation.table(), List.of());
    }

    @Override
    public Chain visit(RenameConstraint operation) {
        return call("renameConstraint", operation.table(), string(operation.constraint()), string(operation.newName()));
    }

    @Override
    public Chain visit(CreateIndex operation) {
        Index index = operation.index();
        return JavaWords.indexOptions(part("createIndex", index.name(), operation.table(), words.parts(index)), index);
    }

    @Override
    public Chain visit(DropIndex operation) {
        return part("dropIndex", Optional.of(operation.index()), operation.table(), List.of());
    }

    @Override
    public Chain visit(RenameIndex operation) {
        return call("renameIndex", operation.table(), string(operation.index()), string(operation.newName()));
    }

    @Override
    public Chain visit(CreateSequence operation) {
        return options(call("createSequence", operation.sequence().name()), operation.sequence());
    }

    @Override
    public Chain visit(AlterSequence operation) {
        return options(call("alterSequence", operation.to().name()), operation.to());
    }

    @Override
    public Chain visit(DropSequence operation) {
        return call("dropSequence", operation.sequence());
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
        return ((ColumnChange.CommentChange) change)
                .change()
                .to()
                .map(comment -> text.then("comment", string(comment)))
                .orElseGet(() -> text.then("noComment"));
    }

    private static Chain options(Chain call, Sequence sequence) {
        Chain text = sequence.start() == 1 ? call : call.then("start", number(sequence.start()));
        return sequence.increment() == 1 ? text : text.then("increment", number(sequence.increment()));
    }

    private static Chain call(String word, TableName table, JavaExpression... rest) {
        List<JavaExpression> arguments = new ArrayList<>(List.of(table(table)));
        arguments.addAll(Arrays.asList(rest));
        return JavaExpression.call("op." + word, arguments);
    }

    private static Chain part(String word, Optional<String> name, TableName table, List<JavaExpression> rest) {
        List<JavaExpression> arguments = new ArrayList<>(List.of(string(name.orElseThrow()), table(table)));
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
