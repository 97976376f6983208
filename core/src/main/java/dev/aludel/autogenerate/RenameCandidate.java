package dev.aludel.autogenerate;

import dev.aludel.schema.Schema;
import java.util.List;

/**
 * Something that goes and something that comes, which may be one thing under two names.
 *
 * @param from the table, the column with its table, or the value with its enum type
 * @param to the new name, without a table
 * @param score from 0 to 100, how much speaks for it
 * @param reasons what speaks for it, in words, strongest first
 */
public record RenameCandidate(String from, String to, int score, List<String> reasons) {
    public RenameCandidate {
        reasons = List.copyOf(reasons);
    }

    /** For each thing that a draft drops and may rename, the candidates, the best first. */
    public static List<List<RenameCandidate>> in(MigrationDraft draft, Schema current, Schema target) {
        return draft.upgrade().stream()
                .flatMap(operation -> RenameCandidates.of(operation, draft.upgrade(), current, target).stream())
                .toList();
    }

    /** What {@code --rename} takes. */
    public String hint() {
        return from + ":" + to;
    }

    /** {@code author.name:full_name (score 94: same type, similar name)}. */
    String describe() {
        return hint() + " (score " + score + ": " + String.join(", ", reasons) + ")";
    }
}
