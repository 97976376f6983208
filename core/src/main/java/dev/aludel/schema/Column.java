package dev.aludel.schema;

import java.util.Optional;

/** One column of a table. Names are unquoted and exact; keys and checks are the table's {@link Constraint}s. */
public record Column(
        String name,
        Type type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment) {

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
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withType(Type newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withDefaultValue(Optional<DefaultValue> newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment);
    }

    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment);
    }

    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment);
    }

    public Column withCollation(Optional<String> newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment);
    }

    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment);
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
