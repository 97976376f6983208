package dev.aludel.autogenerate;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The operations of a migration to be written, both directions complete, and what its reader must not miss.
 *
 * @param before the schema that it begins with; empty where that is not known
 */
public record MigrationDraft(List<Operation> upgrade, List<Operation> downgrade, List<Notice> notices, Schema before) {
    public MigrationDraft {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        notices = List.copyOf(notices);
    }

    /** A draft of which nobody knows what it begins with. */
    public MigrationDraft(List<Operation> upgrade, List<Operation> downgrade, List<Notice> notices) {
        this(upgrade, downgrade, notices, Schema.empty());
    }

    /**
     * What turns the current schema into the target, and each operation reversed in reverse order.
     *
     * @throws AludelException (CFG-006) when a hint does not fit the schemas
     */
    public static MigrationDraft between(Schema current, Schema target, RenameHints hints) {
        List<Operation> upgrade = SchemaDiff.between(current, target, hints);
        List<Notice> notices = new ArrayList<>(Notices.about(upgrade));
        notices.addAll(Notices.aboutRenames(upgrade, current, target));
        return new MigrationDraft(upgrade, reversed(upgrade), notices, current);
    }

    private static List<Operation> reversed(List<Operation> upgrade) {
        List<Operation> downgrade = new ArrayList<>();
        for (int i = upgrade.size() - 1; i >= 0; i--) {
            Operation operation = upgrade.get(i);
            downgrade.add(operation
                    .reverse()
                    .orElseThrow(() -> AludelException.of(
                            ErrorCode.NOT_REVERSIBLE, "There is no way back from: " + operation.describe() + ".")));
        }
        return downgrade;
    }

    /** The same the other way round; what could not be settled by an operation is said again. */
    public MigrationDraft reversed() {
        List<Notice> said = new ArrayList<>(Notices.about(downgrade));
        notices.stream().filter(notice -> notice.operation().isEmpty()).forEach(said::add);
        return new MigrationDraft(downgrade, upgrade, said, after());
    }

    /** The schema after the upgrade, as far as it is known. */
    public Schema after() {
        return after(before, upgrade);
    }

    /** The schema after these operations, without those that do not fit what is known. */
    public static Schema after(Schema before, List<Operation> operations) {
        Schema after = before;
        for (Operation operation : operations) {
            after = known(after, operation);
        }
        return after;
    }

    private static Schema known(Schema before, Operation operation) {
        try {
            return operation.applyTo(before);
        } catch (AludelException doesNotFit) {
            return before;
        }
    }

    /** The schema after the upgrade. */
    public Schema applyTo(Schema before) {
        Schema after = before;
        for (Operation operation : upgrade) {
            after = operation.applyTo(after);
        }
        return after;
    }

    /** The same with each operation, in both directions, replaced by those that the function gives for it. */
    public MigrationDraft map(Function<Operation, List<Operation>> replacement) {
        return new MigrationDraft(
                upgrade.stream()
                        .flatMap(each -> replacement.apply(each).stream())
                        .toList(),
                downgrade.stream()
                        .flatMap(each -> replacement.apply(each).stream())
                        .toList(),
                notices,
                before);
    }

    /** The same with more to be said. */
    public MigrationDraft with(List<Notice> further) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(further);
        return new MigrationDraft(upgrade, downgrade, all, before);
    }

    /** Nothing in either direction. */
    public static MigrationDraft empty() {
        return new MigrationDraft(List.of(), List.of(), List.of());
    }
}
