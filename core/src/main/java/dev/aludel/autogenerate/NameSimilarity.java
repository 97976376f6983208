package dev.aludel.autogenerate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how much alike two names are, from 0 to 1: by their letters, or by the words between underscores. */
final class NameSimilarity {
    private static final double CONTAINED = 0.8;

    private NameSimilarity() {}

    static double of(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return Math.max(byLetters(first, second), byWords(first, second));
    }

    private static double byLetters(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : 1 - (double) distance(one, other) / longest;
    }

    /** How many letters must be put in, left out or changed: Levenshtein's distance, row by row. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    private static double byWords(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        if (common.isEmpty()) {
            return 0;
        }
        boolean contained = common.size() == Math.min(first.size(), second.size());
        double share = (double) common.size() / (first.size() + second.size() - common.size());
        return contained ? Math.max(CONTAINED, share) : share;
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.split("_+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
