package dev.aludel.schema;

import java.util.Map;
import java.util.Optional;

/**
 * One column of a table. Names are unquoted and exact; keys and checks are the table's {@link Constraint}s.
 *
 * @param options attributes that only this database has, in its own words
 */
public record Column(
        String name,
        Type type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment,
        Map<String, String> options) {

    /** The value of an option that a model knows not to be there; of others it says nothing. */
    public static final String LEFT_OUT = "\0";

    public Column {
        options = OptionMap.sorted(options);
    }

    /** A column without options. */
    public Column(
            String name,
            Type type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Optional<Identity> identity,
            Optional<Generated> generated,
            Optional<String> collation,
            Optional<String> comment) {
        this(name, type, nullable, defaultValue, identity, generated, collation, comment, Map.of());
    }

    /** A nullable column with nothing but a type. */
    public static Column of(String name, Type type) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withType(Type newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withDefaultValue(Optional<DefaultValue> newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment, options);
    }

    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment, options);
    }

    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment, options);
    }

    public Column withCollation(Optional<String> newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment, options);
    }

    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment, options);
    }

    public Column withOptions(Map<String, String> newOptions) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, newOptions);
    }

    /** {@code status varchar(20) default 'new' not null}. */
    public String describe() {
        return name
                + " "
                + type.describe()
                + defaultValue.map(value -> " default " + value.sql()).orElse("")
                + generated
                        .map(value -> " generated as (" + value.expression() + ")")
                        .orElse("")
                + identity.map(value -> " identity").orElse("")
                + (nullable ? "" : " not null");
    }
}
