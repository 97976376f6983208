package dev.aludel.cli.project;

import java.util.Optional;
import java.util.function.Function;

/** Fills {@code ${NAME:default}} placeholders, nested ones too. */
final class Placeholders {
    private static final int MAX_DEPTH = 20;

    private final Function<String, Optional<String>> lookup;
    private final Function<String, RuntimeException> missing;

    /** {@code missing} makes the failure for a name that has neither a value nor a default. */
    Placeholders(Function<String, Optional<String>> lookup, Function<String, RuntimeException> missing) {
        this.lookup = lookup;
        this.missing = missing;
    }

    String fill(String text) {
        return fill(text, 0);
    }

    private String fill(String text, int depth) {
        int start = text.indexOf("${");
        int end = start < 0 ? -1 : closing(text, start + 2);
        if (end < 0) {
            return text;
        }
        if (depth > MAX_DEPTH) {
            throw missing.apply(text.substring(start + 2, end));
        }
        String value = value(text.substring(start + 2, end), depth);
        return text.substring(0, start) + value + fill(text.substring(end + 1), depth);
    }

    private String value(String inside, int depth) {
        String filled = fill(inside, depth + 1);
        int colon = filled.indexOf(':');
        String name = colon < 0 ? filled : filled.substring(0, colon);
        Optional<String> fallback = colon < 0 ? Optional.empty() : Optional.of(filled.substring(colon + 1));
        return lookup.apply(name)
                .map(found -> fill(found, depth + 1))
                .or(() -> fallback)
                .orElseThrow(() -> missing.apply(name));
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
