package dev.aludel.dialect.postgresql;

import java.util.List;

/** Knows the statements that PostgreSQL refuses inside a transaction block, by their words in upper case. */
final class StandsAlone {
    private StandsAlone() {}

    static boolean matches(List<String> words) {
        String first = word(words, 0);
        String second = word(words, 1);
        return switch (first) {
            case "VACUUM" -> true;
            case "CREATE" -> isCluster(second) || second.equals("SUBSCRIPTION") || buildsConcurrently(words);
            case "DROP" ->
                isCluster(second)
                        || second.equals("SUBSCRIPTION")
                        || (second.equals("INDEX") && word(words, 2).equals("CONCURRENTLY"));
            case "ALTER" ->
                second.equals("SYSTEM")
                        || (second.equals("DATABASE") && words.contains("TABLESPACE"))
                        || (second.equals("TABLE") && detachesConcurrently(words));
            case "REINDEX" ->
                words.contains("CONCURRENTLY")
                        || words.contains("SCHEMA")
                        || words.contains("DATABASE")
                        || words.contains("SYSTEM");
            case "CLUSTER" -> words.size() == 1 || (words.size() == 2 && second.equals("VERBOSE"));
            case "DISCARD" -> second.equals("ALL");
            default -> false;
        };
    }

    private static boolean isCluster(String word) {
        return word.equals("DATABASE") || word.equals("TABLESPACE");
    }

    private static boolean buildsConcurrently(List<String> words) {
        int index = word(words, 1).equals("UNIQUE") ? 2 : 1;
        return word(words, index).equals("INDEX") && word(words, index + 1).equals("CONCURRENTLY");
    }

    private static boolean detachesConcurrently(List<String> words) {
        return words.contains("DETACH") && words.get(words.size() - 1).equals("CONCURRENTLY");
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
