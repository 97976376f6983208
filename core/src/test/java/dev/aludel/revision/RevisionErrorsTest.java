package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static dev.aludel.revision.GraphText.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionErrorsTest {
    private static final RevisionGraph GRAPH =
            graph("3f1a2b7c9d01 <- 3f1abb7c9d02[shop]", "3f1a2b7c9d01 <- 88be10[audit]");

    @Test
    void unknownRevisionComesWithSuggestions() {
        assertThat(failure(() -> GRAPH.upgrade(Heads.empty(), to("3f1a2b7c9d0l")))
                        .format())
                .isEqualTo("""
                        REV-001  Can't locate revision identified by '3f1a2b7c9d0l': did you mean 3f1a2b7c9d01 or 3f1abb7c9d02?
                          state  Nothing was run or written.
                          do     If the file was deleted, look into the migration directory or restore it from version control; `aludel history` lists the revisions that are there.""");
    }

    @Test
    void ambiguousPrefixListsTheCandidates() {
        AludelException exception = failure(() -> GRAPH.upgrade(Heads.empty(), to("3f1a")));

        assertThat(exception.code()).isEqualTo(ErrorCode.AMBIGUOUS_REVISION);
        assertThat(exception.findFact("revisions"))
                .contains("3f1abb7c9d02  message of 3f1abb7c9d02  (2026-01-02)\n"
                        + "3f1a2b7c9d01  message of 3f1a2b7c9d01  (2026-01-01)");
    }

    @Test
    void severalHeadsAreListedWithTheRemedy() {
        assertThat(failure(() -> GRAPH.upgrade(Heads.empty(), to("head"))).format())
                .isEqualTo("""
                        REV-005  Multiple head revisions are present for given argument 'head'.
                          heads  88be10        message of 88be10  (2026-01-03)
                                 3f1abb7c9d02  message of 3f1abb7c9d02  (2026-01-02)
                          state  Nothing was run or written.
                          do     Join them with `aludel merge heads -m "merge heads"`, run `aludel upgrade heads` for all of them, or name one: its id, or '<branch label>@head'.""");
    }

    @Test
    void aDatabaseAheadOfTheFilesIsNamed() {
        AludelException exception = failure(() -> GRAPH.upgrade(Heads.of("88be10", "deadbeef"), to("heads")));

        assertThat(exception.code()).isEqualTo(ErrorCode.DATABASE_AHEAD);
        assertThat(exception.what()).startsWith("Can't locate revision identified by 'deadbeef'");
        assertThat(exception.findFact("do").orElseThrow()).contains("Restore the file from version control");
    }

    @Test
    void eachCauseHasItsOwnMessage() {
        assertWhat(ErrorCode.UNKNOWN_REVISION, "No such branch: 'nosuch'", () -> upgrade("nosuch@head"));
        assertWhat(ErrorCode.INVALID_TARGET, "is not a member of branch 'audit'", () -> upgrade("audit@3f1abb7c9d02"));
        assertWhat(ErrorCode.RELATIVE_OUT_OF_RANGE, "didn't produce 5 migrations", () -> upgrade("88be10+5"));
        assertWhat(ErrorCode.RELATIVE_OUT_OF_RANGE, "it lies in the other direction", () -> upgrade("-1"));
        assertWhat(ErrorCode.AMBIGUOUS_WALK, "2 ways to go up from 3f1a2b7c9d01", () -> upgrade("3f1a2b+1"));
        assertWhat(
                ErrorCode.AMBIGUOUS_WALK,
                "from multiple current revisions",
                () -> GRAPH.upgrade(Heads.of("88be10", "3f1abb7c9d02"), to("+1")));
        assertWhat(
                ErrorCode.INVALID_TARGET,
                "is not a valid downgrade target",
                () -> GRAPH.downgrade(Heads.of("3f1a2b7c9d01"), to("88be10")));
        assertWhat(
                ErrorCode.INVALID_TARGET,
                "is not a member of branch 'audit'",
                () -> GRAPH.downgrade(Heads.of("3f1abb7c9d02"), to("audit@3f1abb")));
        assertWhat(
                ErrorCode.UNKNOWN_REVISION,
                "No such branch: 'nosuch'",
                () -> GRAPH.downgrade(Heads.of("88be10"), to("nosuch@base")));
        assertWhat(
                ErrorCode.UNKNOWN_REVISION,
                "relative targets are for upgrade",
                () -> GRAPH.stamp(Heads.empty(), List.of(to("88be10-1"))));
        assertWhat(
                ErrorCode.OVERLAPPING_REVISIONS,
                "88be10 already contains 3f1a2b7c9d01",
                () -> GRAPH.upgrade(Heads.of("3f1a2b7c9d01", "88be10"), to("heads")));
    }

    @Test
    void aNewRevisionMustStandOnHeads() {
        assertWhat(
                ErrorCode.INVALID_TARGET,
                "is not a head revision; please specify --splice",
                () -> GRAPH.planRevision(List.of("3f1a2b"), false, List.of(), Heads.empty()));
        assertWhat(
                ErrorCode.INVALID_TARGET,
                "Duplicate head revisions specified",
                () -> GRAPH.planMerge(List.of("88be10", "audit"), false, Heads.empty()));
    }

    @Test
    void shortIdsMustBeWrittenInFull() {
        assertThat(failure(() -> graph("abc").upgrade(Heads.empty(), to("ab"))).findFact("note"))
                .contains("An id of three characters or fewer must be written in full.");
    }

    private static Plan upgrade(String target) {
        return GRAPH.upgrade(Heads.empty(), to(target));
    }

    private static void assertWhat(ErrorCode code, String part, ThrowingCallable call) {
        AludelException exception = failure(call);
        assertThat(exception.what()).contains(part);
        assertThat(exception.code()).isEqualTo(code);
        assertThat(exception.findFact("do")).isPresent();
    }

    private static AludelException failure(ThrowingCallable call) {
        AludelException exception = catchThrowableOfType(AludelException.class, call);
        assertThat(exception).isNotNull();
        return exception;
    }
}
