package dev.aludel.operation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an index is built, which says nothing about what it holds.
 *
 * @param concurrently writers go on meanwhile; it cannot be in a transaction
 * @param ifNotExists an index of that name is no error, whatever it holds
 * @param parameters storage parameters of the database, for example {@code fillfactor} to {@code 70}; sorted by name
 */
public record IndexBuild(boolean concurrently, boolean ifNotExists, Map<String, String> parameters) {
    public IndexBuild {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** As the database does it when it is told nothing. */
    public static IndexBuild plain() {
        return new IndexBuild(false, false, Map.of());
    }
}
