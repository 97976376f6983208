package dev.aludel.command;

import dev.aludel.autogenerate.Notice;
import dev.aludel.dialect.UnmanagedObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of what Aludel does not compare that it is not alike on both sides, so that nobody takes silence for agreement. */
final class UnmanagedDifferences {
    private UnmanagedDifferences() {}

    /** @param names what the two sides are called */
    static List<Notice> between(List<UnmanagedObject> one, List<UnmanagedObject> other, List<String> names) {
        Map<String, String> left = definitions(one);
        Map<String, String> right = definitions(other);
        Set<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        return all.stream()
                .filter(name -> !Objects.equals(left.get(name), right.get(name)))
                .map(name -> notice(name, where(left.containsKey(name), right.containsKey(name), names)))
                .toList();
    }

    private static String where(boolean left, boolean right, List<String> names) {
        if (left && right) {
            return " is not the same in " + names.get(0) + " and in " + names.get(1);
        }
        return " is in " + names.get(left ? 0 : 1) + " and not in " + names.get(left ? 1 : 0);
    }

    private static Map<String, String> definitions(List<UnmanagedObject> objects) {
        Map<String, String> definitions = new TreeMap<>();
        objects.forEach(object -> definitions.merge(object.name(), object.definition(), (one, other) -> one + other));
        return definitions;
    }

    private static Notice notice(String name, String where) {
        return new Notice(
                Optional.empty(), name + where + ", and Aludel does not manage this kind: write such a change by hand");
    }
}
