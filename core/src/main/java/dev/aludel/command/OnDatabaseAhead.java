package dev.aludel.command;

import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an upgrade does where the database has revisions that the files do not have, as after a release that was taken back. */
public enum OnDatabaseAhead {
    /** It is refused with exit code 5. */
    FAIL,
    /** It says so, and runs what the database lacks of the files. */
    WARN,
    /** It runs what the database lacks of the files. */
    IGNORE;

    /**
     * Plans for the files as this says.
     *
     * @param all the revisions of files and database
     */
    Plan plan(RevisionGraph files, RevisionGraph all, Heads current, Function<Heads, Plan> planner) {
        List<RevisionId> unknown = files.unknown(current);
        if (this == FAIL || unknown.isEmpty() || !all.unknown(current).isEmpty()) {
            return planner.apply(current);
        }
        Collection<RevisionId> applied = all.applied(current);
        Plan plan = planner.apply(files.maximal(
                applied.stream().filter(id -> files.find(id).isPresent()).toList()));
        return this == IGNORE
                ? plan
                : warned(
                        plan,
                        describe(applied.stream()
                                .filter(id -> files.find(id).isEmpty())
                                .toList()));
    }

    private static Plan warned(Plan plan, String warning) {
        List<String> warnings =
                Stream.concat(Stream.of(warning), plan.warnings().stream()).toList();
        return new Plan(plan.direction(), plan.from(), plan.to(), plan.steps(), warnings);
    }

    /** For people: by how much a database is ahead. */
    public static String describe(List<RevisionId> ahead) {
        return "The database is ahead of these files by " + ahead.size()
                + (ahead.size() == 1 ? " revision: " : " revisions: ")
                + ahead.stream().map(RevisionId::value).collect(Collectors.joining(", ")) + ".";
    }
}
