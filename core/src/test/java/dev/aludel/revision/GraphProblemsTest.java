package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static dev.aludel.revision.GraphText.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GraphProblemsTest {
    @Test
    void duplicateIdNamesBothFiles() {
        Revision copy = new Revision(
                RevisionId.of("b"), List.of(), List.of(), List.of(), "copy", Instant.EPOCH, "migrations/copy.sql");

        AludelException exception = failure(() -> RevisionGraph.of(with(copy, "a <- b")));

        assertThat(exception.code()).isEqualTo(ErrorCode.DUPLICATE_REVISION);
        assertThat(exception.format()).isEqualTo("""
                        REV-003  Revision b is present more than once.
                          at     migrations/copy.sql
                                 migrations/b.sql
                          state  No migration was run.
                          do     Delete one of the two files, or give the newer one an id of its own.""");
    }

    @Test
    void missingParentComesWithASuggestion() {
        Revision child = new Revision(
                RevisionId.of("child"),
                List.of(RevisionId.of("3f1a2b7c9d02")),
                List.of("nowhere"),
                List.of(),
                "child",
                Instant.EPOCH,
                "migrations/child.sql");

        AludelException exception = failure(() -> RevisionGraph.of(with(child, "3f1a2b7c9d01")));

        assertThat(exception.code()).isEqualTo(ErrorCode.MISSING_PARENT);
        assertThat(exception.format()).isEqualTo("""
                        REV-004  Revision 3f1a2b7c9d02 referenced from child (down revision) is not present. Did you mean 3f1a2b7c9d01?
                          at     migrations/child.sql
                          also   REV-004  Revision nowhere referenced from child (dependency) is not present.
                                 migrations/child.sql
                          state  No migration was run.
                          do     Restore the file of the missing revision from version control, or correct the reference.""");
    }

    @Test
    void cycleIsShownAsAPath() {
        AludelException exception = failure(() -> graph("x <- a <- b <- c", "c <- a", "c <- d"));

        assertThat(exception.code()).isEqualTo(ErrorCode.CYCLE);
        assertThat(exception.what()).isEqualTo("Cycle is detected in revisions (a -> c -> b -> a).");
        assertThat(exception.findFact("at")).contains("migrations/a.sql\nmigrations/c.sql\nmigrations/b.sql");
    }

    @Test
    void selfLoopIsACycleToo() {
        assertThat(failure(() -> graph("a <- a")).what()).isEqualTo("Self-loop is detected in revisions (a -> a).");
        assertThat(failure(() -> graph("a <- b(b)")).what()).isEqualTo("Self-loop is detected in revisions (b -> b).");
        assertThat(failure(() -> graph("a <- b[x](x)")).what())
                .isEqualTo("Self-loop is detected in revisions (b -> b).");
    }

    @Test
    void cycleThroughADependencyIsFound() {
        assertThat(failure(() -> graph("a(c) <- b <- c")).code()).isEqualTo(ErrorCode.CYCLE);
    }

    @Test
    void everyCycleIsListedOnce() {
        AludelException exception = failure(() -> graph("a <- b <- a", "c <- d <- c"));

        assertThat(exception.facts())
                .filteredOn(fact -> fact.label().equals("also"))
                .hasSize(1);
    }

    @Test
    void labelsAreUniqueAndNoIds() {
        assertThat(failure(() -> graph("a <- b[x]", "c[x]")).what())
                .isEqualTo("Branch name 'x' in revision c already used by revision b.");
        assertThat(failure(() -> graph("a <- b[a]")).what())
                .isEqualTo("Branch name 'a' in revision b already used by revision a.");
        assertThat(failure(() -> graph("a <- b[b]")).code()).isEqualTo(ErrorCode.ILLEGAL_REVISION);
    }

    @Test
    void labelsWithAnotherMeaningAreRefused() {
        for (String label : List.of("head", "heads", "base", "current", "-1", "a@b", "a:b", "a+1")) {
            assertThat(failure(() -> graph("a[" + label + "]")).code())
                    .as(label)
                    .isEqualTo(ErrorCode.ILLEGAL_REVISION);
        }
    }

    @Test
    void allKindsOfProblemsAreReportedTogether() {
        AludelException exception = failure(() -> graph("a <- b[x] <- c[x]", "d <- d"));

        assertThat(exception.code()).isEqualTo(ErrorCode.ILLEGAL_REVISION);
        assertThat(exception.findFact("also").orElseThrow()).contains("REV-006", "Self-loop", "migrations/d.sql");
    }

    private static List<Revision> with(Revision revision, String line) {
        return new ArrayList<>(
                Stream.concat(Stream.of(revision), revisions(line).stream()).toList());
    }

    private static AludelException failure(ThrowingCallable call) {
        AludelException exception = catchThrowableOfType(AludelException.class, call);
        assertThat(exception).isNotNull();
        return exception;
    }
}
