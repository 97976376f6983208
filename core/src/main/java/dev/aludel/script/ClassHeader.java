package dev.aludel.script;

import dev.aludel.migration.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the header of a compiled migration from its annotation. */
final class ClassHeader {
    private ClassHeader() {}

    static Header of(Class<?> type, String file) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw Header.malformed(file, 1, "the class " + type.getName() + " is a Migration without @Revision.");
        }
        Map<String, Header.Entry> entries = new LinkedHashMap<>();
        put(entries, "revision", revision.id());
        put(entries, "down", revision.down());
        put(entries, "depends-on", revision.dependsOn());
        put(entries, "branch-labels", revision.branchLabels());
        put(entries, "replaces", revision.replaces());
        put(entries, "transactions", revision.transactions());
        put(entries, "created", revision.created());
        return new Header(file, 1, entries);
    }

    /** The annotation's message; without one, the words of the class's name behind the revision's id. */
    static String message(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null || !revision.message().isEmpty()) {
            return revision == null ? "" : revision.message();
        }
        String name = type.getSimpleName();
        int slug = name.indexOf(revision.id());
        String words = slug < 0 ? "" : name.substring(slug + revision.id().length());
        return words.replace('_', ' ').strip();
    }

    private static void put(Map<String, Header.Entry> entries, String key, String... values) {
        List<String> given =
                List.of(values).stream().filter(value -> !value.isEmpty()).toList();
        if (!given.isEmpty()) {
            entries.put(key, new Header.Entry(given, 1));
        }
    }
}
