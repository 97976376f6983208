package dev.aludel.revision;

import java.util.List;

/**
 * The revisions between two places of the graph.
 *
 * @param upper targets at the upper end; several are united
 * @param lower targets at the lower end, none or {@code base} for the very beginning; for a downgrade at most one
 * @param inclusive whether the revisions at the lower end belong to the range
 * @param implicitBase whether revisions belong that do not stand on the lower end, such as other branches that a merge
 *     or a dependency brings in
 * @param direction {@code UPGRADE}: what the upper end has and the lower end lacks; {@code DOWNGRADE}: what must be undone
 *     to come from the upper to the lower end
 */
public record RevisionRange(
        List<String> upper, List<String> lower, boolean inclusive, boolean implicitBase, Direction direction) {

    public RevisionRange {
        upper = List.copyOf(upper);
        lower = List.copyOf(lower);
    }
}
