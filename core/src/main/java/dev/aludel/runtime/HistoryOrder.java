package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the rows of a history can be those of one: otherwise their heads would be wrong, and a run would begin anywhere. */
final class HistoryOrder {
    private final Map<RevisionId, Integer> waiting = new LinkedHashMap<>();
    private final Map<RevisionId, List<RevisionId>> children = new HashMap<>();

    private HistoryOrder() {}

    /**
     * Passes rows that name each revision once, and none above itself.
     *
     * @throws AludelException (HIS-007) otherwise
     */
    static void require(TableName table, List<AppliedRevision> rows) {
        HistoryOrder order = new HistoryOrder();
        for (AppliedRevision row : rows) {
            if (order.waiting.put(row.id(), 0) != null) {
                throw HistoryCells.damaged(table, "The history has two rows for " + row.id() + ".");
            }
        }
        rows.forEach(order::add);
        order.removeAllAboveRoots();
        if (!order.waiting.isEmpty()) {
            String ids = order.waiting.keySet().stream()
                    .sorted()
                    .map(RevisionId::value)
                    .collect(Collectors.joining(", "));
            throw HistoryCells.damaged(table, "Parents in the history lead around in a circle, among " + ids + ".");
        }
    }

    private void add(AppliedRevision row) {
        for (RevisionId parent : row.parents()) {
            if (waiting.containsKey(parent)) {
                waiting.merge(row.id(), 1, Integer::sum);
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(row.id());
            }
        }
    }

    /** Each after all that it stands on; times do not tell, where several rows are of one second. */
    static List<RevisionId> parentsFirst(List<AppliedRevision> rows) {
        HistoryOrder order = new HistoryOrder();
        rows.forEach(row -> order.waiting.put(row.id(), 0));
        rows.forEach(order::add);
        return order.removeAllAboveRoots();
    }

    private List<RevisionId> removeAllAboveRoots() {
        List<RevisionId> removed = new ArrayList<>();
        Deque<RevisionId> free = new ArrayDeque<>();
        waiting.forEach((id, parents) -> {
            if (parents == 0) {
                free.add(id);
            }
        });
        while (!free.isEmpty()) {
            RevisionId id = free.remove();
            waiting.remove(id);
            removed.add(id);
            for (RevisionId child : children.getOrDefault(id, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
        return removed;
    }
}
