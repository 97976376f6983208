package dev.aludel.autogenerate.render;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
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
import java.util.stream.Collectors;

/** Writes each operation as the call that records it. */
final class JavaStatements implements Operation.Visitor<JavaCall> {
    private final JavaWords words;

    JavaStatements(JavaWords words) {
        this.words = words;
    }

    @Override
    public JavaCall visit(CreateTable operation) {
        Table table = operation.table();
        List<String> arguments = new ArrayList<>();
        arguments.add(JavaLiterals.string(table.name().toString()));
        table.columns().forEach(column -> arguments.add(words.column(column)));
        table.constraints().forEach(constraint -> arguments.add(words.constraint(constraint)));
        table.indexes().forEach(index -> arguments.add(words.index(index)));
        return JavaCall.wrapped("op.createTable", arguments)
                .then(table.comment()
                        .map(text -> ".comment(" + JavaLiterals.string(text) + ")")
                        .orElse(""));
    }

    @Override
    public JavaCall visit(DropTable operation) {
        return call("dropTable", operation.table());
    }

    @Override
    public JavaCall visit(RenameTable operation) {
        return call("renameTable", operation.table(), JavaLiterals.string(operation.newName()));
    }

    @Override
    public JavaCall visit(CommentOnTable operation) {
        return operation
                .change()
                .to()
                .map(text -> call("commentOnTable", operation.table(), JavaLiterals.string(text)))
                .orElseGet(() -> call("noCommentOnTable", operation.table()));
    }

    @Override
    public JavaCall visit(AddColumn operation) {
        return call("addColumn", operation.table(), words.column(operation.column()));
    }

    @Override
    public JavaCall visit(DropColumn operation) {
        return call("dropColumn", operation.table(), JavaLiterals.string(operation.column()));
    }

    @Override
    public JavaCall visit(AlterColumn operation) {
        String changes = operation.changes().stream().map(this::change).collect(Collectors.joining());
        return call("alterColumn", operation.table(), JavaLiterals.string(operation.column()))
                .then(changes);
    }

    @Override
    public JavaCall visit(RenameColumn operation) {
        return call(
                "renameColumn",
                operation.table(),
                JavaLiterals.string(operation.column()),
                JavaLiterals.string(operation.newName()));
    }

    @Override
    public JavaCall visit(AddConstraint operation) {
        return addConstraint(operation.table(), operation.constraint());
    }

    @Override
    public JavaCall visit(DropConstraint operation) {
        return named("dropConstraint", operation.constraint(), operation.table());
    }

    @Override
    public JavaCall visit(RenameConstraint operation) {
        return call(
                "renameConstraint",
                operation.table(),
                JavaLiterals.string(operation.constraint()),
                JavaLiterals.string(operation.newName()));
    }

    @Override
    public JavaCall visit(CreateIndex operation) {
        Index index = operation.index();
        return named("createIndex", index.name().orElseThrow(), operation.table(), words.parts(index))
                .then(JavaWords.indexOptions(index));
    }

    @Override
    public JavaCall visit(DropIndex operation) {
        return named("dropIndex", operation.index(), operation.table());
    }

    @Override
    public JavaCall visit(RenameIndex operation) {
        return call(
                "renameIndex",
                operation.table(),
                JavaLiterals.string(operation.index()),
                JavaLiterals.string(operation.newName()));
    }

    @Override
    public JavaCall visit(CreateSequence operation) {
        return call("createSequence", operation.sequence().name()).then(options(operation.sequence()));
    }

    @Override
    public JavaCall visit(AlterSequence operation) {
        return call("alterSequence", operation.to().name()).then(options(operation.to()));
    }

    @Override
    public JavaCall visit(DropSequence operation) {
        return call("dropSequence", operation.sequence());
    }

    @Override
    public JavaCall visit(ExecuteSql operation) {
        return JavaCall.of("op.execute", List.of(JavaLiterals.string(operation.sql())));
    }

    @Override
    public JavaCall visit(RunJava operation) {
        throw new IllegalArgumentException("Java code cannot be written back: " + operation.description());
    }

    private String change(ColumnChange change) {
        if (change instanceof ColumnChange.TypeChange type) {
            String using =
                    type.using().map(sql -> ", " + JavaLiterals.string(sql)).orElse("");
            return ".type(" + words.type(type.to()) + using + ")";
        }
        if (change instanceof ColumnChange.NullabilityChange nullability) {
            return nullability.nullable() ? ".nullable()" : ".notNull()";
        }
        if (change instanceof ColumnChange.DefaultChange value) {
            return value.change()
                    .to()
                    .map(sql -> ".defaultValue(" + JavaLiterals.string(sql.sql()) + ")")
                    .orElse(".noDefault()");
        }
        if (change instanceof ColumnChange.IdentityChange value) {
            return value.change().to().map(words::identityCall).orElse(".noIdentity()");
        }
        return ((ColumnChange.CommentChange) change)
                .change()
                .to()
                .map(text -> ".comment(" + JavaLiterals.string(text) + ")")
                .orElse(".noComment()");
    }

    private JavaCall addConstraint(TableName table, Constraint constraint) {
        String name = constraint.name().orElseThrow();
        if (constraint instanceof Constraint.PrimaryKey key) {
            return named("addPrimaryKey", name, table, strings(key.columns()));
        }
        if (constraint instanceof Constraint.Unique unique) {
            String word = unique.nullsNotDistinct() ? "addUniqueNullsNotDistinct" : "addUnique";
            return named(word, name, table, strings(unique.columns()));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return named("addForeignKey", name, table, strings(key.columns())).then(words.references(key));
        }
        return named("addCheck", name, table, JavaLiterals.string(((Constraint.Check) constraint).expression()));
    }

    private static String strings(List<String> values) {
        return values.stream().map(JavaLiterals::string).collect(Collectors.joining(", "));
    }

    private static String options(Sequence sequence) {
        return (sequence.start() == 1 ? "" : ".start(" + sequence.start() + ")")
                + (sequence.increment() == 1 ? "" : ".increment(" + sequence.increment() + ")");
    }

    private static JavaCall call(String word, TableName table, String... rest) {
        List<String> arguments = new ArrayList<>(List.of(JavaLiterals.string(table.toString())));
        arguments.addAll(Arrays.asList(rest));
        return JavaCall.of("op." + word, arguments);
    }

    private static JavaCall named(String word, String name, TableName table, String... rest) {
        List<String> arguments =
                new ArrayList<>(List.of(JavaLiterals.string(name), JavaLiterals.string(table.toString())));
        arguments.addAll(Arrays.asList(rest));
        return JavaCall.of("op." + word, arguments);
    }
}
