package dev.aludel.autogenerate;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tables in the order of their references to one another, by name where there are none; cycles are cut by name. */
final class TableOrder {
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Set<TableName> visited = new HashSet<>();
    private final List<Table> order = new ArrayList<>();
    private final Map<TableName, Set<TableName>> needs = new HashMap<>();

    private TableOrder(List<Table> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    /** Also what a table needs beyond its foreign keys, such as the one that it is a partition of, comes before it. */
    static TableOrder of(List<Table> tables, Set<Dependency> dependencies) {
        TableOrder result = new TableOrder(tables);
        for (Dependency dependency : dependencies) {
            if (dependency.dependent().kind() == Kind.TABLE
                    && dependency.needed().kind() == Kind.TABLE) {
                result.needs
                        .computeIfAbsent(dependency.dependent().name(), name -> new TreeSet<>())
                        .add(dependency.needed().name());
            }
        }
        result.tables.values().forEach(result::visit);
        return result;
    }

    private void visit(Table table) {
        if (visited.add(table.name())) {
            needs.getOrDefault(table.name(), Set.of()).stream()
                    .flatMap(needed -> Stream.ofNullable(tables.get(needed)))
                    .forEach(this::visit);
            table.constraints().stream()
                    .flatMap(constraint -> ReferencedKeys.foreignKey(constraint).stream())
                    .map(Constraint.ForeignKey::referencedTable)
                    .sorted()
                    .flatMap(referenced -> Stream.ofNullable(tables.get(referenced)))
                    .forEach(this::visit);
            order.add(table);
        }
    }

    List<Table> referencedFirst() {
        return order;
    }

    List<Table> referencingFirst() {
        List<Table> reversed = new ArrayList<>(order);
        Collections.reverse(reversed);
        return reversed;
    }

    /** True when the foreign key refers to a table that comes later in this order, or to a key made after its table. */
    boolean closesCycle(Constraint.ForeignKey key, Table table) {
        if (key.referencedTable().equals(table.name())) {
            return !ReferencedKeys.isOwnKey(key, table);
        }
        Table referenced = tables.get(key.referencedTable());
        return referenced != null && order.indexOf(referenced) > order.indexOf(table);
    }
}
