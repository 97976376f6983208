package dev.aludel.autogenerate;

import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Orders objects by what they need. Databases do not say what the body of a routine needs: one that mentions the name of
 * another is taken to need it, unless that one needs it in turn.
 */
final class ObjectOrder {
    private static final Comparator<ObjectName> BY_KIND_AND_NAME =
            Comparator.comparing(ObjectName::kind).thenComparing(ObjectName::describe);

    private final Map<ObjectName, Set<ObjectName>> needs = new HashMap<>();

    private ObjectOrder() {}

    static ObjectOrder of(Schema schema) {
        ObjectOrder order = new ObjectOrder();
        for (Dependency dependency : schema.dependencies()) {
            order.add(dependency.dependent(), dependency.needed());
        }
        for (SchemaObject object : schema.objects()) {
            if (object.definition() instanceof SchemaObject.Statement statement && isRoutine(object.name())) {
                schema.objects().stream()
                        .map(SchemaObject::name)
                        .filter(other -> isRoutine(other)
                                && !other.name().equals(object.name().name()))
                        .filter(other ->
                                Structure.mentions(statement.sql(), other.name().name()))
                        .forEach(other -> order.add(object.name(), other));
            }
        }
        return order;
    }

    private static boolean isRoutine(ObjectName name) {
        return name.kind() == ObjectName.Kind.FUNCTION || name.kind() == ObjectName.Kind.PROCEDURE;
    }

    private void add(ObjectName dependent, ObjectName needed) {
        needs.computeIfAbsent(dependent, key -> new TreeSet<>(BY_KIND_AND_NAME)).add(needed);
    }

    /** What a thing needs directly. */
    Set<ObjectName> needs(ObjectName name) {
        return needs.getOrDefault(name, Set.of());
    }

    /** All that these need, over any number of steps; they themselves only where something needs them. */
    Set<ObjectName> neededBy(Collection<ObjectName> names) {
        Set<ObjectName> found = new LinkedHashSet<>();
        Deque<ObjectName> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            needs(open.pop()).stream().filter(found::add).forEach(open::push);
        }
        return found;
    }

    List<ObjectName> neededFirst(Collection<ObjectName> names) {
        Set<ObjectName> ordered = new LinkedHashSet<>();
        Set<ObjectName> visited = new LinkedHashSet<>();
        names.stream().sorted(BY_KIND_AND_NAME).forEach(name -> visit(name, visited, ordered));
        return ordered.stream().filter(names::contains).toList();
    }

    List<ObjectName> neededLast(Collection<ObjectName> names) {
        List<ObjectName> reversed = new ArrayList<>(neededFirst(names));
        Collections.reverse(reversed);
        return reversed;
    }

    private void visit(ObjectName name, Set<ObjectName> visited, Set<ObjectName> ordered) {
        if (visited.add(name)) {
            needs.getOrDefault(name, Set.of()).forEach(needed -> visit(needed, visited, ordered));
            ordered.add(name);
        }
    }
}
