package dev.aludel.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the few known names that a mistyped one was most likely meant to be, for the remedy of a message. */
public final class Suggestions {
    private static final int LIMIT = 3;
    private static final int PREFIX = 4;

    private record Candidate(String name, int distance) {}

    private Suggestions() {}

    /** At most three of {@code known}: those at a small edit distance, then those that begin alike; sorted by that. */
    public static List<String> near(String typed, Collection<String> known) {
        return near(typed, known, Math.max(1, typed.length() / 3));
    }

    /** The same with the greatest distance (letters added, left out or changed) that counts as near. */
    public static List<String> near(String typed, Collection<String> known, int accepted) {
        List<Candidate> candidates = new ArrayList<>();
        for (String name : known) {
            int distance = distance(typed, name, accepted);
            if (distance <= accepted || startsAlike(typed, name)) {
                candidates.add(new Candidate(name, distance));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(LIMIT)
                .map(Candidate::name)
                .toList();
    }

    private static boolean startsAlike(String typed, String name) {
        return typed.length() >= PREFIX
                && name.regionMatches(true, 0, typed, 0, PREFIX)
                && distance(typed, name, 0) > 0;
    }

    /** Levenshtein's distance, or more than {@code limit} as soon as it must exceed the limit. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return limit + 1;
        }
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = nextRow(previous, left.charAt(row - 1), row, right);
            if (Arrays.stream(current).min().orElse(0) > limit) {
                return limit + 1;
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private static int[] nextRow(int[] previous, char letter, int row, String right) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int replaced = previous[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
        }
        return current;
    }
}
