package dev.aludel.runtime;

import dev.aludel.revision.Plan;
import java.util.List;

/**
 * What a run would do.
 *
 * @param steps the plan's steps with all their statements, those too that an earlier run has done
 * @param continued the steps that an earlier run left half-done, with how many of their statements are done
 */
public record Preview(Plan plan, List<PlannedStep> steps, List<HalfDone> continued) {
    public Preview {
        steps = List.copyOf(steps);
        continued = List.copyOf(continued);
    }
}
