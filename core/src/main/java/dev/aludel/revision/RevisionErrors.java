package dev.aludel.revision;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.error.Suggestions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages about names, walks and plans; one for each cause, since the remedy differs. */
final class RevisionErrors {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final int LISTED = 10;
    private static final String NOTHING_DONE = "Nothing was run or written.";

    private final GraphIndex index;

    RevisionErrors(GraphIndex index) {
        this.index = index;
    }

    AludelException unknown(String symbol) {
        List<String> near = Suggestions.near(
                symbol,
                Stream.concat(index.ids().stream(), index.labels().keySet().stream())
                        .toList());
        AludelException exception = AludelException.of(
                ErrorCode.UNKNOWN_REVISION,
                "Can't locate revision identified by '" + symbol + "'"
                        + (near.isEmpty() ? "." : ": did you mean " + String.join(" or ", near) + "?"));
        if (isPrefixOfShortId(symbol)) {
            exception = exception.with("note", "An id of three characters or fewer must be written in full.");
        }
        return exception
                .state(NOTHING_DONE)
                .remedy("If the file was deleted, look into the migration directory or restore it from version"
                        + " control; `aludel history` lists the revisions that are there.");
    }

    private boolean isPrefixOfShortId(String symbol) {
        return index.ids().stream().anyMatch(id -> id.length() <= 3 && id.startsWith(symbol));
    }

    AludelException unknownBranch(String branch) {
        List<String> labels = index.labels().keySet().stream().sorted().toList();
        return AludelException.of(
                        ErrorCode.UNKNOWN_REVISION,
                        "No such branch: '" + branch + "' is neither a branch label nor a revision.")
                .with("labels", labels.isEmpty() ? "none is declared" : String.join("  ", labels))
                .state(NOTHING_DONE)
                .remedy("Name one of these labels, or a revision of the branch.");
    }

    AludelException relativeHere(RevisionTarget target) {
        return AludelException.of(
                        ErrorCode.UNKNOWN_REVISION,
                        "Can't locate revision identified by '" + target
                                + "': relative targets are for upgrade, downgrade and the end of a history range.")
                .state(NOTHING_DONE)
                .remedy("Name the revision itself; `aludel history` lists them.");
    }

    AludelException ambiguousPrefix(String prefix, Collection<Revision> candidates) {
        return AludelException.of(ErrorCode.AMBIGUOUS_REVISION, "Multiple revisions start with '" + prefix + "'.")
                .with("revisions", table(candidates))
                .state(NOTHING_DONE)
                .remedy("Write more characters of the revision that you mean.");
    }

    AludelException notInBranch(Revision revision, String branch) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Revision " + revision.id() + " is not a member of branch '" + branch + "'.")
                .state(NOTHING_DONE)
                .remedy("Leave '" + branch + "@' out, or name a revision of that branch;"
                        + " `aludel history` shows the branches.");
    }

    AludelException multipleHeads(String argument, Collection<Revision> heads) {
        return AludelException.of(
                        ErrorCode.MULTIPLE_HEADS,
                        "Multiple head revisions are present for given argument '" + argument + "'.")
                .with("heads", table(heads))
                .state(NOTHING_DONE)
                .remedy("Join them with `aludel merge heads -m \"merge heads\"`, run `aludel upgrade heads` for all of"
                        + " them, or name one: its id, or '<branch label>@head'.");
    }

    AludelException outOfRange(RevisionTarget target, int reached) {
        return AludelException.of(
                        ErrorCode.RELATIVE_OUT_OF_RANGE,
                        "Relative revision " + target + " didn't produce " + Math.abs(target.steps()) + " migrations.")
                .with(
                        "reached",
                        reached + (reached == 1 ? " revision" : " revisions") + ", then the "
                                + (target.steps() > 0 ? "newest" : "first") + " one of the branch was passed")
                .state(NOTHING_DONE)
                .remedy("Use a smaller number, or " + (target.steps() > 0 ? "head." : "base."));
    }

    AludelException wrongDirection(RevisionTarget target, Direction direction) {
        return AludelException.of(
                        ErrorCode.RELATIVE_OUT_OF_RANGE,
                        "Relative revision " + target + " didn't produce " + Math.abs(target.steps()) + " migrations:"
                                + (target.steps() == 0
                                        ? " it is where the database stands."
                                        : " it lies in the other direction."))
                .state(NOTHING_DONE)
                .remedy(
                        direction == Direction.UPGRADE
                                ? "Use `aludel downgrade -N` to go back, `aludel upgrade +N` to go on."
                                : "Use `aludel upgrade +N` to go on, `aludel downgrade -N` to go back.");
    }

    AludelException ambiguousWalk(RevisionTarget target, String place, Collection<Revision> ways) {
        return AludelException.of(
                        ErrorCode.AMBIGUOUS_WALK,
                        "Ambiguous walk: '" + target + "' has " + ways.size() + " ways to go " + place + ".")
                .with("ways", table(ways))
                .state(NOTHING_DONE)
                .remedy("Name the revision that you want"
                        + (target.steps() > 0 ? ", or its branch: '<branch label>@" + target.offset() + "'." : "."));
    }

    AludelException ambiguousStart(RevisionTarget target, Collection<Revision> starts) {
        return AludelException.of(
                        ErrorCode.AMBIGUOUS_WALK,
                        "Ambiguous " + (target.steps() > 0 ? "upgrade" : "downgrade")
                                + " from multiple current revisions: '" + target + "' can start at any of "
                                + starts.size() + ".")
                .with("current", table(starts))
                .state(NOTHING_DONE)
                .remedy("Name the branch ('<branch label>@" + target.offset() + "') or the revision that you want.");
    }

    AludelException notApplied(RevisionTarget target, Heads current) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Destination " + target + " is not a valid downgrade target from current head(s).")
                .state("The database stands at " + current + "; nothing above " + target + " is applied to it.")
                .remedy("`aludel current` and `aludel history` show what is below the current revision.");
    }

    AludelException branchHoldsNothing(RevisionTarget target, String branch) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Not a valid downgrade target from current heads: branch '" + branch
                                + "' begins elsewhere than above " + target + ".")
                .state(NOTHING_DONE)
                .remedy("Name a revision that the branch passes through; `aludel history` shows the branches.");
    }

    AludelException notOneBranch(String start, String end) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Requested range " + start + ":" + end
                                + " does not refer to ancestor/descendant revisions along the same branch.")
                .state(NOTHING_DONE)
                .remedy("Give the older revision first, and both of one branch.");
    }

    AludelException overlapping(RevisionId upper, RevisionId lower) {
        return AludelException.of(
                        ErrorCode.OVERLAPPING_REVISIONS,
                        "Requested revision " + upper + " overlaps with other requested revisions: it already contains "
                                + lower + ".")
                .state(NOTHING_DONE)
                .remedy("Leave " + lower + " out.");
    }

    AludelException overlappingHeads(RevisionId upper, RevisionId lower) {
        return AludelException.of(
                        ErrorCode.OVERLAPPING_REVISIONS,
                        "The database names " + upper + " and " + lower + " as its heads, but " + upper
                                + " already contains " + lower + ": they overlap.")
                .state("No migration was run.")
                .remedy("Write down where the database really stands with `aludel stamp --purge <revision>`.");
    }

    AludelException databaseAhead(List<RevisionId> unknown) {
        for (RevisionId id : unknown) {
            Optional<Revision> squashed = index.findReplacement(id);
            if (squashed.isPresent()) {
                return insideSquash(id, squashed.get());
            }
        }
        String ids = unknown.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return AludelException.of(
                        ErrorCode.DATABASE_AHEAD,
                        "Can't locate revision identified by " + ids + ": applied to the database, but not among the"
                                + " migration files.")
                .state("The database is ahead of the files; nothing was run.")
                .remedy("Restore the " + (unknown.size() == 1 ? "file" : "files")
                        + " from version control (deleted, or on a branch that is not here), or run the version of the"
                        + " application that has " + (unknown.size() == 1 ? "it" : "them")
                        + ". Or take the database back: `aludel current` says with which command. If gone for good,"
                        + " `aludel stamp --purge ID` writes down where the database stands.");
    }

    private static AludelException insideSquash(RevisionId row, Revision squashed) {
        return AludelException.of(
                        ErrorCode.DATABASE_AHEAD,
                        "Can't locate revision identified by '" + row
                                + "': the database stands inside the range that was squashed into " + squashed.id()
                                + ".")
                .at(squashed.source())
                .with(
                        "range",
                        squashed.replaces().stream().map(RevisionId::value).collect(Collectors.joining(", ")) + ", "
                                + squashed.id())
                .state("The database has a part of the squashed migrations; nothing was run.")
                .remedy("Take the files from before the squash out of version control and run `aludel upgrade "
                        + squashed.id() + "` with them; then these files fit again.");
    }

    AludelException notHead(Revision revision) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Revision " + revision.id() + " is not a head revision; please specify --splice to create a new"
                                + " branch from this revision.")
                .with("heads", table(index.newestFirst(index.branchTips(index.all()))))
                .state(NOTHING_DONE)
                .remedy("Add --splice, or name a head.");
    }

    AludelException duplicateHead(Revision revision) {
        return AludelException.of(
                        ErrorCode.INVALID_TARGET,
                        "Duplicate head revisions specified: " + revision.id() + " is named twice.")
                .state(NOTHING_DONE)
                .remedy("Name each revision once.");
    }

    /** One revision a line: id, message, date. */
    private static String table(Collection<Revision> revisions) {
        int width = revisions.stream()
                .limit(LISTED)
                .mapToInt(revision -> revision.id().value().length())
                .max()
                .orElse(0);
        String lines = revisions.stream()
                .limit(LISTED)
                .map(revision -> line(revision, width))
                .collect(Collectors.joining("\n"));
        int more = revisions.size() - LISTED;
        return more > 0 ? lines + "\n… and " + more + " more" : lines;
    }

    private static String line(Revision revision, int width) {
        String id = revision.id().value();
        return id + " ".repeat(width - id.length()) + "  " + revision.message() + "  ("
                + DATE.format(revision.created()) + ")";
    }
}
