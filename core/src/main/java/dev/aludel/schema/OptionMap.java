package dev.aludel.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Keeps attributes that only one database has, by its own words: names to values, sorted by name. */
final class OptionMap {
    private OptionMap() {}

    static Map<String, String> sorted(Map<String, String> options) {
        return Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
