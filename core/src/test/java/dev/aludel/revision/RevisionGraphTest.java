package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static dev.aludel.revision.GraphText.ids;
import static dev.aludel.revision.GraphText.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {
    private static final RevisionGraph GRAPH = graph("a <- b[left] <- c", "a <- d[right] <- e", "f(b) <- ffff1(e)");

    @Test
    void theShapeIsKnown() {
        assertThat(ids(GRAPH.heads())).isEqualTo("ffff1 e c");
        assertThat(ids(GRAPH.effectiveHeads())).isEqualTo("ffff1 c");
        assertThat(ids(GRAPH.bases())).isEqualTo("f a");
        assertThat(ids(GRAPH.branchPoints())).isEqualTo("a");
        assertThat(ids(GRAPH.children(RevisionId.of("a")))).isEqualTo("b d");
        assertThat(GRAPH.isImpliedHead(RevisionId.of("e"))).isTrue();
        assertThat(GRAPH.isImpliedHead(RevisionId.of("c"))).isFalse();
    }

    @Test
    void independentRevisionsAreOrderedByAgeThenId() {
        List<Revision> shuffled = new ArrayList<>(revisions("a <- b", "a <- c", "a <- d"));
        Collections.reverse(shuffled);

        assertThat(ids(RevisionGraph.of(shuffled).revisions())).isEqualTo("d c b a");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "c,          c",
                "ffff,       ffff1",
                "left,       b",
                "left@head,  c",
                "c@base,     -",
                "heads,      ffff1 c",
                "base,       -",
                "current,    d b",
                "left@current,b",
                "right@-1,   -",
                "-1,         f b",
            })
    void symbolsNameRevisions(String symbol, String found) {
        String expected = found == null ? "" : found;
        RevisionGraph graph = symbol.equals("right@-1") ? graph("a[right]") : GRAPH;
        Heads current = symbol.equals("right@-1") ? Heads.empty() : Heads.of("b", "d");

        assertThat(ids(graph.resolve(symbol, current))).isEqualTo(expected);
    }

    @Test
    void historyRunsFromEndToStart() {
        assertThat(ids(GRAPH.history(Optional.empty(), Optional.empty(), Heads.empty())))
                .isEqualTo("ffff1 f e d c b a");
        assertThat(ids(GRAPH.history(Optional.of("b"), Optional.of("c"), Heads.empty())))
                .isEqualTo("c b");
        assertThat(ids(GRAPH.history(Optional.of("current"), Optional.of("right@head"), Heads.of("a"))))
                .isEqualTo("e d a");
        assertThat(ids(GRAPH.history(Optional.empty(), Optional.of("current"), Heads.of("d"))))
                .isEqualTo("d a");
    }

    @Test
    void labelsReachUpTheBranchAndDownToTheFork() {
        RevisionGraph graph = graph("a <- b <- c[x] <- d", "a <- e");

        assertThat(graph.labels(RevisionId.of("d"))).containsExactly("x");
        assertThat(graph.labels(RevisionId.of("b"))).containsExactly("x");
        assertThat(graph.labels(RevisionId.of("a"))).isEmpty();
        assertThat(graph.labels(RevisionId.of("e"))).isEmpty();
    }

    @Test
    void appliedAndHeadsAreTwoSidesOfOneState() {
        assertThat(GRAPH.applied(Heads.of("f", "d"))).containsExactly(named("a", "b", "d", "f"));
        assertThat(GRAPH.maximal(List.of(named("a", "b", "d", "f")))).isEqualTo(Heads.of("f", "d"));
        assertThat(GRAPH.maximal(List.of(named("a", "gone")))).isEqualTo(Heads.of("a", "gone"));
        assertThat(GRAPH.unknown(Heads.of("gone", "a"))).containsExactly(named("gone"));
        assertThat(ids(GRAPH.current(Heads.of("f")))).isEqualTo("f b");
    }

    @Test
    void aNewRevisionStandsOnTheHead() {
        RevisionGraph graph = graph("a <- b[x]");

        assertThat(graph.planRevision(List.of("head"), false, List.of("x", "a"), Heads.empty()))
                .isEqualTo(new Parents(List.of(named("b")), List.of("x", "a")));
        assertThat(graph.planRevision(List.of("base"), false, List.of(), Heads.empty())
                        .down())
                .isEmpty();
        assertThat(graph.planRevision(List.of("a"), true, List.of(), Heads.empty())
                        .down())
                .containsExactly(named("a"));
    }

    @Test
    void aMergeStandsOnAllHeads() {
        assertThat(graph("a <- b", "a <- c")
                        .planMerge(List.of("heads"), false, Heads.empty())
                        .down())
                .containsExactly(named("c", "b"));
    }

    private static RevisionId[] named(String... ids) {
        return Heads.of(ids).ids().toArray(RevisionId[]::new);
    }
}
