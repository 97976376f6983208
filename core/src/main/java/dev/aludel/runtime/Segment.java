package dev.aludel.runtime;

import java.util.List;

/**
 * A part of a step that is done as a whole: statements that share a transaction, or one that refuses any.
 *
 * @param first how many of the step's statements come before
 */
record Segment(int first, List<PlannedStatement> statements, boolean transactional) {
    Segment {
        statements = List.copyOf(statements);
    }

    /** How many of the step's statements are done after this part. */
    int end() {
        return first + statements.size();
    }
}
