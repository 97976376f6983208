package dev.aludel.autogenerate;

import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.schema.Column;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what separates two states of one column, and the columns that can only be dropped and added again. */
final class ColumnDiff {
    private ColumnDiff() {}

    /**
     * The changes in an order that a database accepts: an identity goes before anything else changes and comes after
     * everything else has, since it forbids nulls and defaults.
     */
    static List<ColumnChange> between(Column from, Column to) {
        List<ColumnChange> changes = new ArrayList<>();
        boolean otherIdentity = !from.identity().equals(to.identity());
        if (otherIdentity && to.identity().isEmpty()) {
            changes.add(new ColumnChange.IdentityChange(Change.between(from.identity(), Optional.empty())));
        }
        if (!from.type().equals(to.type())) {
            changes.add(new ColumnChange.TypeChange(Optional.of(from.type()), to.type(), Optional.empty()));
        }
        if (!from.collation().equals(to.collation())) {
            changes.add(new ColumnChange.CollationChange(Change.between(from.collation(), to.collation())));
        }
        if (!from.defaultValue().equals(to.defaultValue())) {
            changes.add(new ColumnChange.DefaultChange(Change.between(from.defaultValue(), to.defaultValue())));
        }
        if (from.nullable() != to.nullable()) {
            changes.add(new ColumnChange.NullabilityChange(to.nullable()));
        }
        if (otherIdentity && to.identity().isPresent()) {
            changes.add(new ColumnChange.IdentityChange(Change.between(from.identity(), to.identity())));
        }
        Change.between(from.options(), to.options())
                .forEach((option, change) -> changes.add(new ColumnChange.OptionChange(option, change)));
        if (!from.comment().equals(to.comment())) {
            changes.add(new ColumnChange.CommentChange(Change.between(from.comment(), to.comment())));
        }
        return changes;
    }

    /**
     * The names of the columns that no operation can alter: those that are computed in another way than before, and
     * computed ones whose expression uses a column that changes its type.
     */
    static Set<String> replaced(List<Column> live, List<Column> wanted) {
        Set<String> names = new HashSet<>();
        for (Column to : wanted) {
            live.stream()
                    .filter(from -> from.name().equals(to.name()))
                    .filter(from -> !from.generated().equals(to.generated()) || usesChangedType(to, live, wanted))
                    .forEach(from -> names.add(from.name()));
        }
        return names;
    }

    /** The names of the columns that become of another kind; more or fewer characters or digits are the same kind. */
    static Set<String> retyped(List<Column> live, List<Column> wanted) {
        return wanted.stream()
                .filter(to -> live.stream()
                        .anyMatch(from -> from.name().equals(to.name()) && isOtherKind(from.type(), to.type())))
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    private static boolean isOtherKind(Type from, Type to) {
        return !from.getClass().equals(to.getClass()) || (from instanceof Type.Native && !from.equals(to));
    }

    private static boolean usesChangedType(Column computed, List<Column> live, List<Column> wanted) {
        return computed.generated()
                .filter(value -> live.stream()
                        .anyMatch(from -> wanted.stream()
                                .anyMatch(to -> from.name().equals(to.name())
                                        && !from.type().equals(to.type())
                                        && (from.name().equals(computed.name())
                                                || Structure.mentions(value.expression(), from.name())))))
                .isPresent();
    }
}
