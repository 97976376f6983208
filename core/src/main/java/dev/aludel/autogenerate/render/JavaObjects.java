package dev.aludel.autogenerate.render;

import static dev.aludel.autogenerate.render.JavaExpression.string;
import static dev.aludel.autogenerate.render.JavaExpression.strings;
import static dev.aludel.autogenerate.render.JavaStatements.when;

import dev.aludel.autogenerate.render.JavaExpression.Chain;
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
import dev.aludel.operation.SequenceOptions;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the operations on what stands beside tables as the calls that record them. */
final class JavaObjects implements ObjectOperation.ObjectVisitor<Chain> {
    private final JavaWords words;

    JavaObjects(JavaWords words) {
        this.words = words;
    }

    @Override
    public Chain visit(CreateSchema operation) {
        return when(operation.ifNotExists(), call("createSchema", List.of(string(operation.name()))), "ifNotExists");
    }

    @Override
    public Chain visit(CreateEnum operation) {
        return JavaStatements.call(
                "createEnum", operation.name(), strings(operation.values()).toArray(JavaExpression[]::new));
    }

    @Override
    public Chain visit(AddEnumValue operation) {
        Chain text = JavaStatements.call("addEnumValue", operation.type(), string(operation.value()));
        if (operation.before().isPresent()) {
            text = text.then("before", string(operation.before().get()));
        }
        if (operation.after().isPresent()) {
            text = text.then("after", string(operation.after().get()));
        }
        return when(operation.ifNotExists(), text, "ifNotExists");
    }

    @Override
    public Chain visit(RenameEnumValue operation) {
        return JavaStatements.call(
                "renameEnumValue", operation.type(), string(operation.value()), string(operation.newValue()));
    }

    @Override
    public Chain visit(CreateView operation) {
        String word = "create" + noun(operation.object().kind());
        Chain text = JavaStatements.call(word, operation.view(), string(operation.query()));
        text = when(operation.orReplace(), text, "orReplace");
        text = when(operation.ifNotExists(), text, "ifNotExists");
        return when(!operation.withData(), text, "withNoData");
    }

    @Override
    public Chain visit(RefreshView operation) {
        Chain text = JavaStatements.call("refreshMaterializedView", operation.view());
        return when(!operation.withData(), when(operation.concurrently(), text, "concurrently"), "withNoData");
    }

    @Override
    public Chain visit(CreateFromSql operation) {
        List<JavaExpression> arguments = new ArrayList<>(name(operation.object()));
        arguments.add(string(operation.sql()));
        return call("create" + noun(operation.object().kind()), arguments);
    }

    @Override
    public Chain visit(CreateExtension operation) {
        Chain text = call("createExtension", List.of(string(operation.name())));
        if (operation.schema().isPresent()) {
            text = text.then("schema", string(operation.schema().get()));
        }
        if (operation.version().isPresent()) {
            text = text.then("version", string(operation.version().get()));
        }
        return when(operation.ifNotExists(), text, "ifNotExists");
    }

    @Override
    public Chain visit(DropObject operation) {
        ObjectName object = operation.object();
        return JavaStatements.drop(call("drop" + noun(object.kind()), name(object)), operation.options());
    }

    @Override
    public Chain visit(RenameObject operation) {
        List<JavaExpression> arguments = new ArrayList<>(name(operation.object()));
        arguments.add(string(operation.newName()));
        return call("rename" + noun(operation.object().kind()), arguments);
    }

    /** What has no words of its own is written in SQL. */
    @Override
    public Chain visit(ReplaceObject operation) {
        return call("execute", List.of(string(words.sql(operation))));
    }

    @Override
    public Chain visit(CommentOnObject operation) {
        List<JavaExpression> arguments =
                new ArrayList<>(List.of(words.kind(operation.object().kind())));
        arguments.addAll(name(operation.object()));
        operation.change().to().ifPresent(text -> arguments.add(string(text)));
        return call(operation.change().to().isPresent() ? "commentOn" : "noCommentOn", arguments);
    }

    /** A new sequence; what it does not say is the database's own. */
    static Chain sequence(Chain call, Sequence sequence) {
        Chain text = sequence.type().isPresent()
                ? call.then("as", string(sequence.type().get()))
                : call;
        text = sequence.start() == 1 ? text : text.then("start", JavaExpression.number(sequence.start()));
        text = sequence.increment() == 1 ? text : text.then("increment", JavaExpression.number(sequence.increment()));
        text = number(text, "min", sequence.minimum());
        text = number(text, "max", sequence.maximum());
        text = number(text, "cache", sequence.cache());
        text = when(sequence.cycle(), text, "cycle");
        return sequence.ownedBy().isPresent()
                ? text.then("ownedBy", string(sequence.ownedBy().get()))
                : text;
    }

    /** {@code .start(1).cycle()}, in the order of SQL. */
    static Chain options(Chain call, SequenceOptions options) {
        Chain text = number(call, "start", options.start());
        text = number(text, "increment", options.increment());
        text = number(text, "min", options.minimum());
        text = number(text, "max", options.maximum());
        text = number(text, "cache", options.cache());
        if (options.cycle().isPresent()) {
            text = text.then(options.cycle().get() ? "cycle" : "noCycle");
        }
        if (options.ownedBy().isPresent()) {
            text = text.then("ownedBy", string(options.ownedBy().get()));
        }
        return number(text, "restart", options.restart());
    }

    private static Chain number(Chain call, String word, OptionalLong value) {
        return value.isPresent() ? call.then(word, JavaExpression.number(value.getAsLong())) : call;
    }

    private static List<JavaExpression> name(ObjectName object) {
        List<JavaExpression> name = new ArrayList<>(List.of(
                object.arguments().isEmpty()
                        ? JavaStatements.table(object.name())
                        : string(object.name() + object.arguments())));
        object.table().ifPresent(table -> name.add(JavaStatements.table(table)));
        return name;
    }

    /** {@code MaterializedView}. */
    private static String noun(ObjectName.Kind kind) {
        return Stream.of(kind.words().split(" "))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Chain call(String word, List<JavaExpression> arguments) {
        return JavaExpression.call("op." + word, arguments);
    }
}
