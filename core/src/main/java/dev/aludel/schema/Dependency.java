package dev.aludel.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * Says that one thing of a database cannot be without another, which must come before it and go after it. Ordered by the
 * dependent, then by what it needs.
 *
 * @param column of the table, view or sequence that is needed; empty where the whole is
 */
public record Dependency(ObjectName dependent, ObjectName needed, Optional<String> column)
        implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER = Comparator.comparing(Dependency::dependent)
            .thenComparing(Dependency::needed)
            .thenComparing(dependency -> dependency.column.orElse(""));

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
