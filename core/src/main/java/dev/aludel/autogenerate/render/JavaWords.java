package dev.aludel.autogenerate.render;

import static dev.aludel.autogenerate.render.JavaExpression.number;
import static dev.aludel.autogenerate.render.JavaExpression.string;
import static dev.aludel.autogenerate.render.JavaExpression.strings;

import dev.aludel.autogenerate.render.JavaExpression.Chain;
import dev.aludel.autogenerate.render.JavaExpression.Word;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Value;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes columns, constraints and indexes in the words of the migration DSL, and remembers which it used. */
final class JavaWords {
    private static final String DSL = "dev.aludel.migration.Columns.";

    private final Set<String> staticImports = new TreeSet<>();
    private final Set<String> imports = new TreeSet<>();
    private final Function<Operation, String> sql;

    /** Writes in SQL, asking the function, what the DSL has no words for. */
    JavaWords(Function<Operation, String> sql) {
        this.sql = sql;
    }

    String sql(Operation operation) {
        return sql.apply(operation);
    }

    /** The static imports that the written text needs, sorted, fully qualified. */
    Set<String> staticImports() {
        return staticImports;
    }

    /** The classes that the written text names, sorted, fully qualified. */
    Set<String> imports() {
        return imports;
    }

    Chain column(Column column) {
        Chain text = call("column", string(column.name()), new JavaTypes(this).type(column.type()));
        if (!column.nullable()) {
            text = text.then("notNull");
        }
        if (column.identity().isPresent()) {
            text = identity(text, column.identity().get());
        }
        if (column.defaultValue().isPresent()) {
            text = text.then("defaultValue", string(column.defaultValue().get().sql()));
        }
        if (column.generated().isPresent()) {
            Generated generated = column.generated().get();
            text = text.then(
                    generated.stored() ? "generatedAs" : "generatedVirtuallyAs", string(generated.expression()));
        }
        if (column.collation().isPresent()) {
            text = text.then("collation", string(column.collation().get()));
        }
        text = with(text, column.options());
        return column.comment().isPresent()
                ? text.then("comment", string(column.comment().get()))
                : text;
    }

    /** The kind of an object, as a word. */
    JavaExpression kind(ObjectName.Kind kind) {
        imports.add("dev.aludel.schema.ObjectName.Kind");
        return new Word("Kind." + kind.name());
    }

    /** {@code .identity()}, or with what differs from the usual. */
    Chain identity(Chain text, Identity identity) {
        if (identity.equals(Identity.byDefault())) {
            return text.then("identity");
        }
        imports.add("dev.aludel.schema.Identity");
        if (identity.equals(Identity.generatedAlways())) {
            return text.then("identity", JavaExpression.call("Identity.generatedAlways"));
        }
        imports.add("java.util.OptionalLong");
        return text.then(
                "identity",
                JavaExpression.call(
                        "new Identity",
                        new Word(String.valueOf(identity.always())),
                        optional(identity.start()),
                        optional(identity.increment())));
    }

    private static JavaExpression optional(OptionalLong value) {
        return value.isPresent()
                ? JavaExpression.call("OptionalLong.of", number(value.getAsLong()))
                : JavaExpression.call("OptionalLong.empty");
    }

    /** A constraint inside {@code createTable}; it has a name. */
    Chain constraint(Constraint constraint) {
        JavaExpression name = string(constraint.name().orElseThrow());
        if (constraint instanceof Constraint.PrimaryKey key) {
            return qualifiers(
                    deferral(call("primaryKey", list(name, strings(key.columns()))), key.deferral()), key.qualifiers());
        }
        if (constraint instanceof Constraint.Unique unique) {
            String word = unique.nullsNotDistinct() ? "uniqueNullsNotDistinct" : "unique";
            return qualifiers(
                    deferral(call(word, list(name, strings(unique.columns()))), unique.deferral()),
                    unique.qualifiers());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return references(call("foreignKey", list(name, strings(key.columns()))), key);
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            return exclusion(call("exclusion", list(name, strings(exclusion.elements()))), exclusion);
        }
        Constraint.Check check = (Constraint.Check) constraint;
        return qualifiers(call("check", name, string(check.expression())), check.qualifiers());
    }

    private static Chain exclusion(Chain call, Constraint.Exclusion exclusion) {
        Chain text = call;
        if (exclusion.method().isPresent()) {
            text = text.then("using", string(exclusion.method().get()));
        }
        if (exclusion.where().isPresent()) {
            text = text.then("where", string(exclusion.where().get()));
        }
        return deferral(text, exclusion.deferral());
    }

    private static Chain qualifiers(Chain call, Set<String> qualifiers) {
        Chain text = call;
        for (String words : qualifiers) {
            text = words.equals(Constraint.NOT_VALID) ? text.then("notValid") : text.then("with", string(words));
        }
        return text;
    }

    /** What only this database has: {@code .with("fillfactor", "70")}. */
    static Chain with(Chain call, Map<String, String> options) {
        Chain text = call;
        for (Map.Entry<String, String> option : options.entrySet()) {
            text = text.then("with", string(option.getKey()), string(option.getValue()));
        }
        return text;
    }

    /** A constraint that a table gets later; it has a name. */
    Chain added(TableName table, Constraint constraint) {
        String name = constraint.name().orElseThrow();
        if (constraint instanceof Constraint.Check check) {
            Chain text = JavaStatements.part("addCheck", name, table, List.of(string(check.expression())));
            return qualifiers(text, check.qualifiers());
        }
        if (constraint instanceof Constraint.Exclusion exclusion) {
            return exclusion(
                    JavaStatements.part("addExclusion", name, table, strings(exclusion.elements())), exclusion);
        }
        List<JavaExpression> columns = strings(constraint.columns());
        if (constraint instanceof Constraint.ForeignKey key) {
            return references(JavaStatements.part("addForeignKey", name, table, columns), key);
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            return qualifiers(
                    deferral(JavaStatements.part("addPrimaryKey", name, table, columns), key.deferral()),
                    key.qualifiers());
        }
        Constraint.Unique unique = (Constraint.Unique) constraint;
        String word = unique.nullsNotDistinct() ? "addUniqueNullsNotDistinct" : "addUnique";
        return qualifiers(
                deferral(JavaStatements.part(word, name, table, columns), unique.deferral()), unique.qualifiers());
    }

    static Chain deferral(Chain text, Constraint.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> text;
            case INITIALLY_IMMEDIATE -> text.then("deferrable");
            case INITIALLY_DEFERRED -> text.then("initiallyDeferred");
        };
    }

    /** A value of an inserted row. */
    JavaExpression value(Value value) {
        return switch (value.kind()) {
            case NULL -> new Word("null");
            case BOOLEAN -> new Word(value.text());
            case TEXT -> string(value.text());
            case SQL -> call("sql", string(value.text()));
            case NUMBER -> numeral(value.text());
            case MOMENT -> {
                String type = value.text().endsWith("Z") ? "Instant" : "OffsetDateTime";
                imports.add("java.time." + type);
                yield JavaExpression.call(type + ".parse", string(value.text()));
            }
            case BINARY -> {
                imports.add("java.util.HexFormat");
                yield JavaExpression.call("HexFormat.of().parseHex", string(value.text()));
            }
        };
    }

    private JavaExpression numeral(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            return number(Long.parseLong(text));
        }
        if (text.endsWith("y") || text.equals("NaN")) {
            return JavaExpression.call("Double.valueOf", string(text));
        }
        imports.add("java.math.BigDecimal");
        return JavaExpression.call("new BigDecimal", string(text));
    }

    /** {@code .references("author", "id").onDelete(CASCADE)}. */
    Chain references(Chain text, Constraint.ForeignKey key) {
        Chain referring = text.then(
                "references",
                list(JavaStatements.table(key.referencedTable()), strings(key.referencedColumns()))
                        .toArray(JavaExpression[]::new));
        Chain acting = action(action(referring, "onDelete", key.onDelete()), "onUpdate", key.onUpdate());
        Chain matching = key.match() == Constraint.Match.FULL ? acting.then("matchFull") : acting;
        return qualifiers(deferral(matching, key.deferral()), key.qualifiers());
    }

    private Chain action(Chain text, String event, Constraint.Action action) {
        if (action == Constraint.Action.NO_ACTION) {
            return text;
        }
        staticImports.add("dev.aludel.schema.Constraint.Action." + action.name());
        return text.then(event, new Word(action.name()));
    }

    /** An index inside {@code createTable}; it has a name. */
    Chain index(Index index) {
        return indexOptions(call("index", list(string(index.name().orElseThrow()), parts(index))), index);
    }

    List<JavaExpression> parts(Index index) {
        boolean plain = index.parts().stream()
                .noneMatch(part ->
                        part.expression() || part.descending() || part.nulls().isPresent());
        return plain
                ? strings(index.columns())
                : index.parts().stream().map(this::part).toList();
    }

    private JavaExpression part(Index.Part part) {
        String word = part.descending() ? "desc" : "asc";
        JavaExpression text = part.expression() ? expression(part) : call(word, string(part.text()));
        if (part.nulls().isEmpty()) {
            return text;
        }
        imports.add("dev.aludel.schema.Index");
        return call("nulls", new Word("Index.Nulls." + part.nulls().get().name()), text);
    }

    private JavaExpression expression(Index.Part part) {
        if (!part.descending()) {
            return call("expression", string(part.text()));
        }
        imports.add("dev.aludel.schema.Index");
        imports.add("java.util.Optional");
        return JavaExpression.call(
                "new Index.Part",
                string(part.text()),
                new Word("true"),
                new Word("true"),
                JavaExpression.call("Optional.empty"));
    }

    static Chain indexOptions(Chain call, Index index) {
        Chain text = index.unique() ? call.then("unique") : call;
        if (index.method().isPresent()) {
            text = text.then("using", string(index.method().get()));
        }
        if (!index.include().isEmpty()) {
            text = text.then("include", strings(index.include()).toArray(JavaExpression[]::new));
        }
        if (index.nullsNotDistinct()) {
            text = text.then("nullsNotDistinct");
        }
        if (index.where().isPresent()) {
            text = text.then("where", string(index.where().get()));
        }
        return with(text, index.options());
    }

    /** A call of one of the DSL's words. */
    Chain call(String word, JavaExpression... arguments) {
        return call(word, List.of(arguments));
    }

    private Chain call(String word, List<JavaExpression> arguments) {
        staticImports.add(DSL + word);
        return JavaExpression.call(word, arguments);
    }

    private static List<JavaExpression> list(JavaExpression first, List<JavaExpression> rest) {
        List<JavaExpression> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}
