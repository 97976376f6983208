package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Constraint.Action;
import dev.aludel.schema.Constraint.Deferral;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind REFERENCES. */
final class ForeignKeyReader {
    private ForeignKeyReader() {}

    /** @param words behind the word itself */
    static Constraint.ForeignKey read(Optional<String> name, List<String> columns, ClauseWords words) {
        TableName table = TableName.of(words.lastName());
        List<String> referenced = words.isAtSymbol("(")
                ? words.list().stream()
                        .map(part -> new ClauseWords(part).name())
                        .toList()
                : List.of();
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        Deferral deferral = Deferral.NOT_DEFERRABLE;
        while (!words.atEnd()) {
            if (words.skip("ON", "DELETE")) {
                onDelete = action(words);
            } else if (words.skip("ON", "UPDATE")) {
                onUpdate = action(words);
            } else if (words.skip("DEFERRABLE")) {
                deferral = words.skip("INITIALLY", "DEFERRED")
                        ? Deferral.INITIALLY_DEFERRED
                        : Deferral.INITIALLY_IMMEDIATE;
            } else if (words.skip("NOT", "DEFERRABLE", "INITIALLY", "DEFERRED")) {
                deferral = Deferral.NOT_DEFERRABLE;
            } else {
                // MATCH is read and means nothing; so does INITIALLY IMMEDIATE.
                words.word();
            }
        }
        return new Constraint.ForeignKey(
                name, columns, table, referenced, onDelete, onUpdate, Constraint.Match.SIMPLE, deferral);
    }

    private static Action action(ClauseWords words) {
        if (words.skip("SET", "NULL")) {
            return Action.SET_NULL;
        }
        if (words.skip("SET", "DEFAULT")) {
            return Action.SET_DEFAULT;
        }
        if (words.skip("NO", "ACTION")) {
            return Action.NO_ACTION;
        }
        return Action.valueOf(words.word());
    }
}
