package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database has b2 and c3 above a1; the files have x9 above it. */
class OnDatabaseAheadTest {
    private static final RevisionGraph FILES = RevisionGraph.of(List.of(revision("a1"), revision("x9", "a1")));
    private static final RevisionGraph ALL =
            RevisionGraph.of(List.of(revision("a1"), revision("x9", "a1"), revision("b2", "a1"), revision("c3", "b2")));

    private static Revision revision(String id, String... down) {
        return new Revision(
                RevisionId.of(id),
                Stream.of(down).map(RevisionId::of).toList(),
                List.of(),
                List.of(),
                "",
                Instant.EPOCH,
                id);
    }

    private static Plan plan(OnDatabaseAhead policy) {
        return policy.plan(
                FILES, ALL, Heads.of("c3"), List.of(), heads -> FILES.upgrade(heads, RevisionTarget.parse("head")));
    }

    @Test
    void fails() {
        AludelException failure = catchThrowableOfType(AludelException.class, () -> plan(OnDatabaseAhead.FAIL));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_AHEAD);
        assertThat(failure.code().exitCode()).isEqualTo(5);
    }

    @Test
    void warnsAndRunsWhatTheFilesHave() {
        Plan plan = plan(OnDatabaseAhead.WARN);
        assertThat(plan.steps())
                .extracting(step -> step.revision().id().value())
                .containsExactly("x9");
        assertThat(plan.warnings()).containsExactly("The database is ahead of these files by 2 revisions: b2, c3.");
    }

    @Test
    void ignores() {
        Plan plan = plan(OnDatabaseAhead.IGNORE);
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.warnings()).isEmpty();
    }
}
