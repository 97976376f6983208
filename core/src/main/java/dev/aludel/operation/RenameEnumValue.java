package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import java.util.Optional;

/** Renames a value of an enum type; rows that have it follow. */
public record RenameEnumValue(TableName type, String value, String newValue) implements ObjectOperation {

    @Override
    public ObjectName object() {
        return ObjectName.of(ObjectName.Kind.TYPE, type);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameEnumValue(type, newValue, value));
    }

    /** The defaults of columns follow as the rows do. */
    @Override
    public Schema applyTo(Schema before) {
        Schema renamed = SchemaFold.mapObject(
                before,
                object(),
                found -> found.definition() instanceof SchemaObject.Values known
                        ? found.withDefinition(new SchemaObject.Values(known.values().stream()
                                .map(word -> word.equals(value) ? newValue : word)
                                .toList()))
                        : found);
        return SchemaFold.mapColumns(
                renamed,
                column -> isOf(column)
                        ? column.withDefaultValue(column.defaultValue().map(this::follow))
                        : column);
    }

    private boolean isOf(Column column) {
        return column.type() instanceof Type.Native named
                && named.sql().replace("\"", "").equals(type.toString());
    }

    private DefaultValue follow(DefaultValue was) {
        String literal = literal(value);
        boolean has = was.sql().equals(literal) || was.sql().startsWith(literal + "::");
        return has ? new DefaultValue(literal(newValue) + was.sql().substring(literal.length())) : was;
    }

    private static String literal(String word) {
        return "'" + word.replace("'", "''") + "'";
    }

    @Override
    public String describe() {
        return "rename value " + value + " of type " + type + " to " + newValue;
    }

    @Override
    public <R> R accept(ObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
