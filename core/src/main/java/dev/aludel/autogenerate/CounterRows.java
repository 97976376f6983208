package dev.aludel.autogenerate;

import dev.aludel.operation.BulkInsert;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.Value;
import dev.aludel.schema.ModelSource;
import java.util.ArrayList;
import java.util.List;

/** Gives a table that stands in for a sequence its one row as soon as it is created. */
public final class CounterRows implements DraftRewriter {
    private final List<ModelSource.Counter> counters;

    public CounterRows(List<ModelSource.Counter> counters) {
        this.counters = List.copyOf(counters);
    }

    /** The way back stays: it drops the table with its row. */
    @Override
    public MigrationDraft rewrite(MigrationDraft draft) {
        List<Operation> upgrade = new ArrayList<>();
        for (Operation operation : draft.upgrade()) {
            upgrade.add(operation);
            counters.stream()
                    .filter(counter -> operation instanceof CreateTable create
                            && create.table().name().equals(counter.table()))
                    .map(CounterRows::row)
                    .forEach(upgrade::add);
        }
        return new MigrationDraft(upgrade, draft.downgrade(), draft.notices(), draft.before());
    }

    private static Operation row(ModelSource.Counter counter) {
        Value first = new Value(Value.Kind.NUMBER, String.valueOf(counter.first()));
        return new BulkInsert(counter.table(), List.of(counter.column()), List.of(List.of(first)));
    }
}
