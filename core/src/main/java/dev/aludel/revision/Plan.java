package dev.aludel.revision;

import java.util.List;

/**
 * What a command will do, worked out before anything runs: the steps in the order in which they run, none when the
 * database is already there.
 *
 * @param warnings sentences for people about an ambiguous request that was settled by rule
 */
public record Plan(Direction direction, Heads from, Heads to, List<Step> steps, List<String> warnings) {

    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** The same with other steps, such as those of them that were done. */
    public Plan withSteps(List<Step> newSteps) {
        return new Plan(direction, from, to, newSteps, warnings);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
