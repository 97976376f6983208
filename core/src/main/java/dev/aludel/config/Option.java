package dev.aludel.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its key, how its text is read, what holds without it, and what it is for.
 *
 * @param key without the prefix {@code aludel.}
 * @param form the legal values, for people
 * @param parser throws {@link IllegalArgumentException} for a text that is not legal
 * @param fallback the text that holds when nothing is said; empty when there is no such
 * @param description one sentence
 */
public record Option<T>(
        String key, String form, Function<String, T> parser, Optional<String> fallback, String description) {}
