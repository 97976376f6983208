package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static dev.aludel.revision.GraphText.steps;
import static dev.aludel.revision.GraphText.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final RevisionGraph DIAMOND = graph("a <- b <- c", "b <- d", "c,d <- e");
    private static final RevisionGraph BRANCHES = graph("a <- b[left] <- c", "a <- d[right] <- e(c)");

    @Test
    void upgradeRunsWhatIsMissingParentsFirst() {
        assertThat(steps(DIAMOND.upgrade(Heads.empty(), to("head"))))
                .containsExactly("a: a", "b: b", "c: c", "d: d, c", "e: e");
        assertThat(steps(DIAMOND.upgrade(Heads.of("c"), to("e")))).containsExactly("d: d, c", "e: e");
    }

    @Test
    void upgradeToWhatIsAppliedDoesNothing() {
        Plan plan = DIAMOND.upgrade(Heads.of("e"), to("b"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.to()).isEqualTo(Heads.of("e"));
    }

    @Test
    void upgradeBringsDependenciesAlong() {
        assertThat(steps(BRANCHES.upgrade(Heads.empty(), to("right@head"))))
                .containsExactly("a: a", "b: b", "c: c", "d: d, c", "e: e");
    }

    @Test
    void relativeUpgradeFollowsTheNamedBranch() {
        assertThat(steps(BRANCHES.upgrade(Heads.of("a"), to("left@+2")))).containsExactly("b: b", "c: c");
        assertThat(steps(BRANCHES.upgrade(Heads.of("b"), to("right@+1")))).containsExactly("d: d, b");
        assertThat(BRANCHES.upgrade(Heads.empty(), to("e-1")).to()).isEqualTo(Heads.of("d"));
    }

    @Test
    void downgradeUndoesWhatStandsOnTheTargetChildrenFirst() {
        assertThat(steps(DIAMOND.downgrade(Heads.of("e"), to("b")))).containsExactly("e: d, c", "d: c", "c: b");
        assertThat(steps(BRANCHES.downgrade(Heads.of("e"), to("left@a"))))
                .containsExactly("e: d, c", "c: d, b", "b: d");
        assertThat(steps(DIAMOND.downgrade(Heads.of("b"), to("base")))).containsExactly("b: a", "a: base");
    }

    @Test
    void relativeDowngradeStartsAtTheFirstHeadAndWarns() {
        Plan plan = graph("a <- b", "a <- c").downgrade(Heads.of("b", "c"), to("-1"));

        assertThat(steps(plan)).containsExactly("b: c");
        assertThat(plan.warnings()).singleElement().asString().contains("2 heads", "the first, b");
    }

    @Test
    void relativeDowngradeOfABranchStaysInIt() {
        assertThat(steps(BRANCHES.downgrade(Heads.of("c", "d"), to("left@-1")))).containsExactly("c: d, b");
    }

    @Test
    void stampReplacesHeadsAboveAndBelow() {
        assertThat(steps(DIAMOND.stamp(Heads.of("a"), List.of(to("head"))))).containsExactly("e: e");
        assertThat(steps(DIAMOND.stamp(Heads.of("c", "d"), List.of(to("b"))))).containsExactly("b: b");
        assertThat(steps(BRANCHES.stamp(Heads.of("c"), List.of(to("d"))))).containsExactly("d: d, c");
    }

    @Test
    void stampBaseTakesHeadsAway() {
        assertThat(steps(BRANCHES.stamp(Heads.of("c", "d"), List.of(to("base")))))
                .containsExactly("d: c", "c: base");
        assertThat(steps(graph("a[x] <- b", "c <- d").stamp(Heads.of("b", "d"), List.of(to("x@base")))))
                .containsExactly("b: d");
    }

    @Test
    void stampOfSeveralTargetsKeepsTheHighest() {
        assertThat(DIAMOND.stamp(Heads.of("a"), List.of(to("c"), to("d"))).to()).isEqualTo(Heads.of("d", "c"));
        assertThat(DIAMOND.stamp(Heads.of("a"), List.of(to("b"), to("e"))).to()).isEqualTo(Heads.of("e"));
        assertThat(DIAMOND.stamp(Heads.of("e"), List.of(to("e"), to("e"))).isEmpty())
                .isTrue();
    }

    @Test
    void stepTellsWhichHeadsItChanges() {
        Step merge = DIAMOND.upgrade(Heads.of("c", "d"), to("head")).steps().get(0);

        assertThat(merge.removedHeads()).isEqualTo(Heads.of("c", "d").ids());
        assertThat(merge.addedHeads()).isEqualTo(Heads.of("e").ids());
        assertThat(merge.direction()).isEqualTo(Direction.UPGRADE);
    }

    @Test
    void eachStepBeginsWhereTheLastOneEnded() {
        Plan plan = DIAMOND.upgrade(Heads.empty(), to("heads"));

        assertThat(plan.steps().get(0).before()).isEqualTo(plan.from());
        for (int number = 1; number < plan.steps().size(); number++) {
            assertThat(plan.steps().get(number).before())
                    .isEqualTo(plan.steps().get(number - 1).after());
        }
        assertThat(plan.steps().get(plan.steps().size() - 1).after()).isEqualTo(plan.to());
    }
}
