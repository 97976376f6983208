package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Places;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named values that stand at the head of a script, whatever language it is in, each with its line. */
record Header(String file, int line, Map<String, Entry> entries) {

    private static final Map<Places.Part, String> KEYS = Map.of(
            Places.Part.ID, "revision",
            Places.Part.DOWN, "down",
            Places.Part.DEPENDS_ON, "depends-on",
            Places.Part.BRANCH_LABELS, "branch-labels",
            Places.Part.REPLACES, "replaces");

    /** Of a compiled class, which has no lines. */
    static Header withoutLines(String file) {
        return new Header(file, 1, Map.of());
    }

    /** The values of one key, and the line (from 1) where it stands. */
    record Entry(List<String> values, int line) {}

    Revision toRevision(String message) {
        String id = required("revision");
        String created = single("created", "");
        return new Revision(
                parseId(id, "revision"),
                ids("down"),
                values("depends-on"),
                values("branch-labels"),
                message,
                created.isEmpty() ? Instant.EPOCH : parseInstant(created),
                file,
                ids("replaces"));
    }

    /** What {@code transactions} says: {@code migration} or {@code none}. */
    Optional<Boolean> transactional() {
        String word = single("transactions", "");
        if (!word.isEmpty() && !word.equals("migration") && !word.equals("none")) {
            throw malformed("transactions is '" + word + "'; it can be migration or none.", entryLine("transactions"));
        }
        return Optional.of(word).filter(said -> !said.isEmpty()).map(said -> said.equals("migration"));
    }

    /** Where a value stands; the file alone where the header does not have it. */
    String place(Places.Part part) {
        Entry entry = entries.get(KEYS.get(part));
        return entry == null ? file : file + ":" + entry.line();
    }

    String single(String key, String fallback) {
        List<String> values = values(key);
        return values.isEmpty() ? fallback : values.get(0);
    }

    private String required(String key) {
        String value = single(key, "");
        if (value.isEmpty()) {
            throw malformed("It says no " + (file.endsWith(".sql") ? key : "id") + ".", line);
        }
        return value;
    }

    private List<String> values(String key) {
        Entry entry = entries.get(key);
        return entry == null ? List.of() : entry.values();
    }

    private List<RevisionId> ids(String key) {
        List<RevisionId> ids = new ArrayList<>();
        for (String value : values(key)) {
            ids.add(parseId(value, key));
        }
        return ids;
    }

    private RevisionId parseId(String value, String key) {
        try {
            return RevisionId.of(value);
        } catch (AludelException illegal) {
            throw malformed(illegal.what(), entryLine(key));
        }
    }

    private Instant parseInstant(String value) {
        try {
            return Instants.parse(value);
        } catch (DateTimeException wrong) {
            throw malformed("'" + value + "' is not a point in time.", entryLine("created"));
        }
    }

    private int entryLine(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    AludelException malformed(String why, int at) {
        return malformed(file, at, why);
    }

    static AludelException malformed(String file, int line, String why) {
        return AludelException.of(ErrorCode.MALFORMED_HEADER, "The header of a migration cannot be read: " + why)
                .at(file + ":" + line)
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        file.endsWith(".sql")
                                ? "A header is `-- revision: ID`, `-- down: ID`, `-- created: 2026-03-01T10:22:41Z`, `-- message: TEXT`,"
                                        + " then the sections `-- upgrade` and `-- downgrade`."
                                : "A header is `@Revision(id = \"ID\", down = \"ID\", created = \"2026-03-01T10:22:41Z\")` in front"
                                        + " of the class, literals only.");
    }
}
