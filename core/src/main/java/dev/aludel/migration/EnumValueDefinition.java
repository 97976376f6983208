package dev.aludel.migration;

import dev.aludel.operation.AddEnumValue;
import dev.aludel.schema.TableName;
import java.util.Optional;

/** A new value of an enum type being written: {@code addEnumValue("mood", "calm").before("happy")}; the last one unless said otherwise. */
public final class EnumValueDefinition {
    private AddEnumValue operation;

    EnumValueDefinition(TableName type, String value) {
        this.operation = new AddEnumValue(type, value, Optional.empty(), Optional.empty(), false);
    }

    /** It stands before this value. */
    public EnumValueDefinition before(String value) {
        return with(Optional.of(value), Optional.empty(), operation.ifNotExists());
    }

    /** It stands after this value. */
    public EnumValueDefinition after(String value) {
        return with(Optional.empty(), Optional.of(value), operation.ifNotExists());
    }

    /** A value that is there already is no error, and stays in its place. */
    public EnumValueDefinition ifNotExists() {
        return with(operation.before(), operation.after(), true);
    }

    private EnumValueDefinition with(Optional<String> before, Optional<String> after, boolean ifNotExists) {
        operation = new AddEnumValue(operation.type(), operation.value(), before, after, ifNotExists);
        return this;
    }

    AddEnumValue operation() {
        return operation;
    }
}
