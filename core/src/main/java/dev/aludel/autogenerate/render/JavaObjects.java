package dev.aludel.autogenerate.render;

import static dev.aludel.autogenerate.render.JavaExpression.string;
import static dev.aludel.autogenerate.render.JavaExpression.strings;
import static dev.aludel.autogenerate.render.JavaStatements.when;

import dev.aludel.autogenerate.render.JavaExpression.Chain;
import dev.aludel.operation.AddEnumValue;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateExtension;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.ObjectName;
import dev.aludel.operation.ObjectOperation;
import dev.aludel.operation.RefreshView;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes the operations on what stands beside tables as the calls that record them. */
final class JavaObjects implements ObjectOperation.ObjectVisitor<Chain> {

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

    private static String noun(ObjectName.Kind kind) {
        return switch (kind) {
            case SCHEMA -> "Schema";
            case TYPE -> "Type";
            case VIEW -> "View";
            case MATERIALIZED_VIEW -> "MaterializedView";
            case FUNCTION -> "Function";
            case PROCEDURE -> "Procedure";
            case TRIGGER -> "Trigger";
            case EXTENSION -> "Extension";
        };
    }

    private static Chain call(String word, List<JavaExpression> arguments) {
        return JavaExpression.call("op." + word, arguments);
    }
}
