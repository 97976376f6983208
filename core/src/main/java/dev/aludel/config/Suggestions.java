package dev.aludel.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the property that a mistyped one was most likely meant to be. */
final class Suggestions {
    private Suggestions() {}

    /** The nearest property, if it is near enough to be worth a mention. */
    static Optional<String> nearest(String typed) {
        String folded = fold(typed);
        return Options.all().stream()
                .map(Option::property)
                .filter(known ->
                        distance(folded, fold(known)) <= Math.max(2, fold(known).length() / 3))
                .min(Comparator.comparingInt(known -> distance(folded, fold(known))));
    }

    /** Case, the choice between dash, dot and underscore, and a forgotten prefix are not worth a distance. */
    private static String fold(String key) {
        String lower = key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
        return lower.startsWith("aludel") ? lower.substring("aludel".length()) : lower;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
