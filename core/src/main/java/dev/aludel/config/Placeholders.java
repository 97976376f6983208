package dev.aludel.config;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces {@code ${name}} and {@code ${name:default}}, nested ones and those in the values found included, as Spring
 * does; a backslash before the dollar sign keeps a placeholder as it stands.
 */
public final class Placeholders {
    private static final String OPEN = "${";

    private final Function<String, Optional<String>> lookup;
    private final Deque<String> inProgress = new ArrayDeque<>();

    /** A placeholder that has neither a value nor a default. */
    public static final class UnresolvedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String placeholder;
        private final boolean circular;

        private UnresolvedException(String placeholder, boolean circular) {
            super("${" + placeholder + "}");
            this.placeholder = placeholder;
            this.circular = circular;
        }

        public String placeholder() {
            return placeholder;
        }

        /** The message for the user whose setting {@code key} stands at {@code place}. */
        public AludelException toError(ErrorCode code, String key, String place) {
            String why = circular ? " refers to itself." : " has no value.";
            String remedy = "Set the environment variable " + variable(placeholder) + ", or write a default: ${"
                    + placeholder + ":…}.";
            return AludelException.of(code, "${" + placeholder + "} in '" + key + "'" + why)
                    .at(place)
                    .state("Nothing was run.")
                    .remedy(circular ? "Write a value that does not lead back to it." : remedy);
        }
    }

    public Placeholders(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The environment variable that Spring and Quarkus read for a setting: {@code SPRING_DATASOURCE_URL}. */
    public static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * The text with all placeholders replaced.
     *
     * @throws UnresolvedException naming the first that has neither a value nor a default, or that refers to itself
     */
    public String resolve(String text) {
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
            int close = closing(text, open + OPEN.length());
            if (close < 0) {
                break;
            }
            if (open > position && text.charAt(open - 1) == '\\') {
                result.append(text, position, open - 1).append(OPEN);
                position = open + OPEN.length();
            } else {
                result.append(text, position, open).append(value(text.substring(open + OPEN.length(), close)));
                position = close + 1;
            }
        }
        return result.append(text.substring(position)).toString();
    }

    private static int closing(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(OPEN, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private String value(String body) {
        String written = nameOnly(body);
        String name = resolve(written);
        Optional<String> found = find(name);
        if (found.isEmpty() && written.length() == body.length()) {
            throw new UnresolvedException(name, false);
        }
        return found.orElseGet(() -> resolve(body.substring(written.length() + 1)));
    }

    /** The body up to the colon that starts the default, which is none inside a nested placeholder. */
    private static String nameOnly(String body) {
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            if (body.startsWith(OPEN, i)) {
                depth++;
            } else if (body.charAt(i) == '}') {
                depth--;
            } else if (body.charAt(i) == ':' && depth == 0) {
                return body.substring(0, i);
            }
        }
        return body;
    }

    private Optional<String> find(String name) {
        if (inProgress.contains(name)) {
            throw new UnresolvedException(name, true);
        }
        inProgress.push(name);
        try {
            return lookup.apply(name).map(this::resolve);
        } finally {
            inProgress.pop();
        }
    }
}
