package dev.aludel.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its key, how its text is read, what holds without it, and what it is for.
 *
 * @param key without the prefix {@code aludel.}
 * @param form the legal values, for people; completes "write …"
 * @param parser takes stripped, non-empty text; throws {@link IllegalArgumentException} for one that is not legal
 * @param fallback the text that holds when nothing is said; empty when there is no such
 * @param description one or two sentences
 */
public record Option<T>(
        String key, String form, Function<String, T> parser, Optional<String> fallback, String description) {
    static final String PREFIX = "aludel.";

    /** The key as the file has it. */
    public String property() {
        return PREFIX + key;
    }

    /** The value that holds when nothing is said. */
    public Optional<T> fallbackValue() {
        return fallback.map(parser);
    }
}
