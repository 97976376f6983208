package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.HalfDone;
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
     * @param halfDone what stopped in the middle
     */
    Plan plan(
            RevisionGraph files,
            RevisionGraph all,
            Heads current,
            List<HalfDone> halfDone,
            Function<Heads, Plan> planner) {
        List<HalfDone> begun =
                halfDone.stream().filter(each -> isAhead(each, files)).toList();
        if (this == FAIL && !begun.isEmpty()) {
            throw begunElsewhere(begun.get(0), current, files);
        }
        Plan plan = plan(files, all, current, planner);
        return this == WARN && !begun.isEmpty() ? warned(plan, begun(begun.get(0))) : plan;
    }

    private Plan plan(RevisionGraph files, RevisionGraph all, Heads current, Function<Heads, Plan> planner) {
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

    /** Whether the upgrade of a revision was begun that these files do not have. */
    public static boolean isAhead(HalfDone halfDone, RevisionGraph files) {
        return halfDone.direction() == Direction.UPGRADE
                && !halfDone.isUntouched()
                && files.find(halfDone.id()).isEmpty();
    }

    /** For people: what ends a half-done upgrade whose file is elsewhere, in a database with these heads. */
    public static String finish(HalfDone halfDone, Heads heads, RevisionGraph files) {
        String finish = "These files do not have it. `aludel upgrade " + halfDone.id()
                + "` with the release that has its file continues there.";
        if (!files.unknown(heads).isEmpty()) {
            return finish;
        }
        String here = heads.isEmpty()
                ? "base"
                : String.join(" ", heads.ids().stream().map(RevisionId::value).toList());
        return finish
                + " Or undo by hand what is done (downgrade_sql in the history is the whole way back), and forget it with"
                + " `aludel stamp --purge " + here + "`.";
    }

    private static String begun(HalfDone halfDone) {
        return "The revision " + halfDone.id() + " is half-done, and not among the migration files: "
                + halfDone.describe() + ".";
    }

    private static AludelException begunElsewhere(HalfDone halfDone, Heads heads, RevisionGraph files) {
        return AludelException.of(ErrorCode.DATABASE_AHEAD, begun(halfDone))
                .state("The database has a part of a newer migration; nothing was run.")
                .remedy(finish(halfDone, heads, files));
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
