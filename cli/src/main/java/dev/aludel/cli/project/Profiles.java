package dev.aludel.cli.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The active profiles of a Spring application, and the conditions that name them.
 *
 * @param active in the order in which their files are read; {@code default} alone when none is chosen
 */
record Profiles(List<String> active) {
    private static final String DEFAULT = "default";

    /**
     * The profiles that these settings activate: chosen ones with the members of their groups, and included ones.
     *
     * @param list the values of a setting that is a list, empty when it is not set
     */
    static Profiles of(Function<String, List<String>> list) {
        Set<String> names = new LinkedHashSet<>(list.apply("spring.profiles.include"));
        List<String> chosen = list.apply("spring.profiles.active");
        if (chosen.isEmpty()) {
            chosen = list.apply("spring.profiles.default");
        }
        chosen.forEach(name -> expand(name, list, names));
        return new Profiles(names.isEmpty() ? List.of(DEFAULT) : List.copyOf(names));
    }

    private static void expand(String name, Function<String, List<String>> list, Set<String> names) {
        if (names.add(name)) {
            list.apply("spring.profiles.group." + name).forEach(member -> expand(member, list, names));
        }
    }

    /** Whether a condition such as {@code prod | (cloud & !test)} holds; a comma means "or", nothing always holds. */
    boolean match(String condition) {
        return condition.isBlank()
                || Arrays.stream(condition.split(",", -1)).anyMatch(part -> new Expression(part).matches());
    }

    /** Reads one expression from left to right; Spring demands parentheses where {@code &} and {@code |} meet. */
    private final class Expression {
        private final List<String> tokens;
        private int next;

        Expression(String text) {
            this.tokens = new ArrayList<>();
            for (String token : text.split("(?<=[()!&|])|(?=[()!&|])", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }

        boolean matches() {
            return !tokens.isEmpty() && alternatives();
        }

        private boolean alternatives() {
            boolean result = conjunction();
            while (accept("|")) {
                // read before it is known whether it matters
                boolean other = conjunction();
                result = result || other;
            }
            return result;
        }

        private boolean conjunction() {
            boolean result = term();
            while (accept("&")) {
                boolean other = term();
                result = result && other;
            }
            return result;
        }

        private boolean term() {
            if (accept("!")) {
                return !term();
            }
            if (accept("(")) {
                boolean result = alternatives();
                accept(")");
                return result;
            }
            return next < tokens.size() && active.contains(tokens.get(next++));
        }

        private boolean accept(String token) {
            boolean found = next < tokens.size() && tokens.get(next).equals(token);
            next += found ? 1 : 0;
            return found;
        }
    }
}
