package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Impact;
import dev.aludel.dialect.TableLookup;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.Recording;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the tables that more than one side of a merge touches: there the sides may not go together. */
final class SharedTables {
    private final Scripts scripts;
    private final Supplier<Dialect> dialect;

    /** {@code dialect} is asked only where there is SQL text to read. */
    SharedTables(Scripts scripts, Supplier<Dialect> dialect) {
        this.scripts = scripts;
        this.dialect = dialect;
    }

    /** What the branches that end in these revisions have in common since they parted, sorted by table. */
    List<MergeCommand.Overlap> of(List<RevisionId> ends) {
        RevisionGraph graph = scripts.graph();
        List<Set<RevisionId>> ancestors =
                ends.stream().map(end -> graph.applied(Heads.of(List.of(end)))).toList();
        Map<String, Set<Integer>> sides = new TreeMap<>();
        Map<String, Set<RevisionId>> revisions = new TreeMap<>();
        for (int side = 0; side < ends.size(); side++) {
            for (Recording recording : scripts.record(own(ancestors, side))) {
                for (String table : tables(recording)) {
                    sides.computeIfAbsent(table, key -> new HashSet<>()).add(side);
                    revisions
                            .computeIfAbsent(table, key -> new LinkedHashSet<>())
                            .add(recording.script().revision().id());
                }
            }
        }
        List<MergeCommand.Overlap> shared = new ArrayList<>();
        revisions.forEach((table, ids) -> {
            if (sides.getOrDefault(table, Set.of()).size() > 1) {
                shared.add(new MergeCommand.Overlap(table, List.copyOf(ids)));
            }
        });
        return shared;
    }

    /** What only this side has, in the order in which it is applied. */
    private static List<RevisionId> own(List<Set<RevisionId>> ancestors, int side) {
        List<RevisionId> own = new ArrayList<>(ancestors.get(side));
        for (int other = 0; other < ancestors.size(); other++) {
            if (other != side) {
                own.removeAll(ancestors.get(other));
            }
        }
        return own;
    }

    private Set<String> tables(Recording recording) {
        Set<String> tables = new HashSet<>();
        recording.upgrade().stream()
                .map(RecordedOperation::operation)
                .flatMap(this::tables)
                .forEach(tables::add);
        return tables;
    }

    /** SQL text names its tables only through what it locks. */
    private Stream<String> tables(Operation operation) {
        if (operation instanceof ExecuteSql) {
            return dialect.get().render(operation, TableLookup.none()).stream()
                    .flatMap(statement -> dialect.get().impact(statement).locks().stream())
                    .map(Impact.Lock::table);
        }
        return operation.tables().stream().map(Object::toString);
    }
}
