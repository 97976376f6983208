package dev.aludel.autogenerate;

/**
 * Changes what autogenerate found before it is written or reported: a project's own conventions, operations that another
 * tool looks after, operations of its own.
 *
 * <p>Example, leaving comments to the database's administrators:
 *
 * <pre>{@code
 * public final class NoComments implements DraftRewriter {
 *     public MigrationDraft rewrite(MigrationDraft draft) {
 *         return draft.map(operation -> operation instanceof CommentOnTable ? List.of() : List.of(operation));
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface DraftRewriter {

    /** What shall be written instead; an empty draft means that there is nothing to do. */
    MigrationDraft rewrite(MigrationDraft draft);
}
