package dev.aludel.autogenerate.render;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes columns, types, constraints and indexes in the words of the migration DSL, and remembers which it used. */
final class JavaWords {
    private final Set<String> words = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();

    /** The static imports that the written text needs, sorted, fully qualified. */
    Set<String> staticImports() {
        Set<String> imports = new TreeSet<>();
        words.forEach(word -> imports.add("dev.aludel.migration.Columns." + word));
        return imports;
    }

    /** The classes that the written text names, fully qualified. */
    Set<String> imports() {
        return types;
    }

    String column(Column column) {
        return call("column", JavaLiterals.string(column.name()), type(column.type()))
                + (column.nullable() ? "" : ".notNull()")
                + column.identity().map(this::identityCall).orElse("")
                + column.defaultValue()
                        .map(value -> ".defaultValue(" + JavaLiterals.string(value.sql()) + ")")
                        .orElse("")
                + column.generated()
                        .map(value -> (value.stored() ? ".generatedAs(" : ".generatedVirtuallyAs(")
                                + JavaLiterals.string(value.expression()) + ")")
                        .orElse("")
                + column.collation()
                        .map(name -> ".collation(" + JavaLiterals.string(name) + ")")
                        .orElse("")
                + column.comment()
                        .map(text -> ".comment(" + JavaLiterals.string(text) + ")")
                        .orElse("");
    }

    String identityCall(Identity identity) {
        return identity.equals(Identity.byDefault()) ? ".identity()" : ".identity(" + identity(identity) + ")";
    }

    private String identity(Identity identity) {
        types.add("dev.aludel.schema.Identity");
        if (identity.equals(Identity.generatedAlways())) {
            return "Identity.generatedAlways()";
        }
        types.add("java.util.OptionalLong");
        return "new Identity(" + identity.always() + ", " + optional(identity.start()) + ", "
                + optional(identity.increment()) + ")";
    }

    private static String optional(java.util.OptionalLong value) {
        return value.isPresent() ? "OptionalLong.of(" + value.getAsLong() + ")" : "OptionalLong.empty()";
    }

    String type(Type type) {
        if (type instanceof Type.Decimal decimal) {
            return decimal(decimal);
        }
        if (type instanceof Type.Varchar varchar) {
            return sized("varchar", varchar.length());
        }
        if (type instanceof Type.Binary binary) {
            return sized("binary", binary.length());
        }
        if (type instanceof Type.Time time) {
            return sized(time.withTimeZone() ? "timeWithTimeZone" : "time", time.precision());
        }
        if (type instanceof Type.Timestamp stamp) {
            return sized(stamp.withTimeZone() ? "timestampWithTimeZone" : "timestamp", stamp.precision());
        }
        if (type instanceof Type.Char fixed) {
            return call("character", String.valueOf(fixed.length()));
        }
        if (type instanceof Type.Array array) {
            return call("array", type(array.element()));
        }
        if (type instanceof Type.Native sql) {
            return call("nativeType", JavaLiterals.string(sql.sql()));
        }
        return call(simpleWord(type));
    }

    private static String simpleWord(Type type) {
        if (type instanceof Type.Bool) {
            return "bool";
        }
        if (type instanceof Type.DoublePrecision) {
            return "doublePrecision";
        }
        return type.describe();
    }

    private String decimal(Type.Decimal type) {
        if (type.precision().isEmpty()) {
            return call("numeric");
        }
        String precision = String.valueOf(type.precision().getAsInt());
        return type.scale().isEmpty()
                ? call("numeric", precision)
                : call("numeric", precision, String.valueOf(type.scale().getAsInt()));
    }

    private String sized(String word, OptionalInt size) {
        return size.isPresent() ? call(word, String.valueOf(size.getAsInt())) : call(word);
    }

    /** A constraint inside {@code createTable}. */
    String constraint(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return call("primaryKey", names(key.name().orElseThrow(), key.columns()));
        }
        if (constraint instanceof Constraint.Unique unique) {
            String word = unique.nullsNotDistinct() ? "uniqueNullsNotDistinct" : "unique";
            return call(word, names(unique.name().orElseThrow(), unique.columns()));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return call("foreignKey", names(key.name().orElseThrow(), key.columns())) + references(key);
        }
        Constraint.Check check = (Constraint.Check) constraint;
        return call("check", JavaLiterals.string(check.name().orElseThrow()), JavaLiterals.string(check.expression()));
    }

    String references(Constraint.ForeignKey key) {
        return ".references(" + names(key.referencedTable().toString(), key.referencedColumns()) + ")"
                + action("onDelete", key.onDelete()) + action("onUpdate", key.onUpdate());
    }

    private String action(String event, Constraint.Action action) {
        if (action == Constraint.Action.NO_ACTION) {
            return "";
        }
        types.add("dev.aludel.schema.Constraint.Action");
        return "." + event + "(Action." + action.name() + ")";
    }

    /** An index inside {@code createTable}. */
    String index(Index index) {
        return call("index", JavaLiterals.string(index.name().orElseThrow()) + ", " + parts(index))
                + indexOptions(index);
    }

    String parts(Index index) {
        boolean plain = index.parts().stream()
                .noneMatch(part ->
                        part.expression() || part.descending() || part.nulls().isPresent());
        return index.parts().stream()
                .map(part -> plain ? JavaLiterals.string(part.text()) : part(part))
                .collect(Collectors.joining(", "));
    }

    private String part(Index.Part part) {
        String word = part.expression() ? "expression" : part.descending() ? "desc" : "asc";
        String text = call(word, JavaLiterals.string(part.text()));
        if (part.nulls().isEmpty()) {
            return text;
        }
        types.add("dev.aludel.schema.Index");
        return call("nulls", "Index.Nulls." + part.nulls().get().name(), text);
    }

    static String indexOptions(Index index) {
        return (index.unique() ? ".unique()" : "")
                + index.method()
                        .map(method -> ".using(" + JavaLiterals.string(method) + ")")
                        .orElse("")
                + index.where()
                        .map(condition -> ".where(" + JavaLiterals.string(condition) + ")")
                        .orElse("");
    }

    /** A name and more names as arguments. */
    static String names(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all.stream().map(JavaLiterals::string).collect(Collectors.joining(", "));
    }

    private String call(String word, String... arguments) {
        words.add(word);
        return word + "(" + String.join(", ", arguments) + ")";
    }
}
