package dev.aludel.autogenerate;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that operations give to something: a table that has one of them must be gone by then. */
final class TakenNames {
    private final Set<String> names = new HashSet<>();

    private TakenNames() {}

    static TakenNames of(List<Operation> operations, List<Table> created) {
        TakenNames taken = new TakenNames();
        operations.forEach(taken::take);
        created.forEach(table -> taken.names.addAll(names(table)));
        return taken;
    }

    boolean areAmong(List<Table> dropped) {
        return dropped.stream().flatMap(table -> names(table).stream()).anyMatch(names::contains);
    }

    private void take(Operation operation) {
        if (operation instanceof AddConstraint add) {
            add.constraint().name().ifPresent(this::take);
        } else if (operation instanceof CreateIndex create) {
            create.index().name().ifPresent(this::take);
        } else if (operation instanceof CreateSequence create) {
            take(create.sequence().name().name());
        } else if (operation instanceof RenameConstraint rename) {
            take(rename.newName());
        } else if (operation instanceof RenameIndex rename) {
            take(rename.newName());
        }
    }

    private void take(String name) {
        names.add(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> names(Table table) {
        Set<String> names = new HashSet<>();
        names.add(table.name().name().toLowerCase(Locale.ROOT));
        table.constraints().forEach(part -> part.name().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT))));
        table.indexes().forEach(part -> part.name().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT))));
        return names;
    }
}
