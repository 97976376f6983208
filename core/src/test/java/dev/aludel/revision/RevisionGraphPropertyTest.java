package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random graphs, with merges, dependencies and labels, against {@link SetModel}. */
class RevisionGraphPropertyTest {
    private record Sample(List<Revision> revisions, Set<RevisionId> applied, RevisionId target) {
        SetModel model() {
            return new SetModel(revisions);
        }

        Heads heads() {
            return Heads.of(model().maximal(applied));
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(RevisionGraphPropertyTest::sample);
    }

    private static Sample sample(Random random) {
        int size = 1 + random.nextInt(14);
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            revisions.add(revision(number, revisions, random));
        }
        List<RevisionId> some = revisions.stream()
                .map(Revision::id)
                .filter(id -> random.nextInt(3) == 0)
                .toList();
        RevisionId target = revisions.get(random.nextInt(size)).id();
        Set<RevisionId> applied = new SetModel(revisions).ancestors(some);
        Collections.shuffle(revisions, random);
        return new Sample(revisions, applied, target);
    }

    private static Revision revision(int number, List<Revision> older, Random random) {
        Set<RevisionId> down = new HashSet<>();
        Set<String> dependsOn = new HashSet<>();
        for (int parent = random.nextInt(4); parent > 1 && !older.isEmpty(); parent--) {
            down.add(older.get(random.nextInt(older.size())).id());
        }
        if (random.nextInt(3) == 0 && !older.isEmpty()) {
            Revision dependency = older.get(random.nextInt(older.size()));
            dependsOn.add(dependency.branchLabels().stream()
                    .findFirst()
                    .orElse(dependency.id().value()));
        }
        return new Revision(
                RevisionId.of("r" + number),
                List.copyOf(down),
                List.copyOf(dependsOn),
                random.nextInt(4) == 0 ? List.of("label-" + number) : List.of(),
                "revision " + number,
                Instant.EPOCH.plusSeconds(random.nextInt(5)),
                "r" + number + ".sql");
    }

    @Property
    void upgradeRunsExactlyWhatIsMissing(@ForAll("samples") Sample sample) {
        Plan plan = RevisionGraph.of(sample.revisions()).upgrade(sample.heads(), target(sample));

        Set<RevisionId> applied = new HashSet<>(sample.applied());
        for (Step step : plan.steps()) {
            RevisionId id = step.revision().id();
            assertThat(applied).doesNotContain(id).containsAll(sample.model().parents(id));
            applied.add(id);
            assertRows(step.after(), sample.model().maximal(applied));
        }
        Set<RevisionId> wanted = new HashSet<>(sample.applied());
        wanted.addAll(sample.model().ancestors(Set.of(sample.target())));
        assertThat(applied).isEqualTo(wanted);
        assertRows(plan.to(), sample.model().maximal(wanted));
    }

    @Property
    void downgradeUndoesExactlyWhatFollowsTheTarget(@ForAll("samples") Sample sample) {
        RevisionGraph graph = RevisionGraph.of(sample.revisions());
        Set<RevisionId> undone = sample.model().undone(sample.applied(), sample.target());
        if (undone.isEmpty() && !sample.heads().contains(sample.target())) {
            assertThatThrownBy(() -> graph.downgrade(sample.heads(), target(sample)))
                    .isInstanceOfSatisfying(
                            AludelException.class,
                            exception -> assertThat(exception.code()).isEqualTo(ErrorCode.INVALID_TARGET));
            return;
        }
        Plan plan = graph.downgrade(sample.heads(), target(sample));

        Set<RevisionId> applied = new HashSet<>(sample.applied());
        for (Step step : plan.steps()) {
            RevisionId id = step.revision().id();
            assertThat(sample.model().maximal(applied)).contains(id);
            applied.remove(id);
            assertRows(step.after(), sample.model().maximal(applied));
        }
        Set<RevisionId> left = new HashSet<>(sample.applied());
        left.removeAll(undone);
        assertThat(applied).isEqualTo(left);
    }

    @Property
    void upgradeToHeadsAndDowngradeToBaseMeet(@ForAll("samples") Sample sample) {
        RevisionGraph graph = RevisionGraph.of(sample.revisions());
        Set<RevisionId> all = sample.revisions().stream().map(Revision::id).collect(Collectors.toSet());
        Plan up = graph.upgrade(sample.heads(), RevisionTarget.parse("heads"));
        Plan down = graph.downgrade(up.to(), RevisionTarget.parse("base"));

        assertRows(up.to(), sample.model().maximal(all));
        assertThat(down.to()).isEqualTo(Heads.empty());
        assertThat(down.steps()).hasSameSizeAs(sample.revisions());
    }

    @Property
    void stampedHeadsNeverContainOneAnother(@ForAll("samples") Sample sample) {
        Plan plan = RevisionGraph.of(sample.revisions()).stamp(sample.heads(), List.of(target(sample)));

        Set<RevisionId> applied = sample.model().ancestors(plan.to().ids());
        assertRows(plan.to(), sample.model().maximal(applied));
        assertThat(plan.to().ids()).contains(sample.target());
    }

    @Property
    void theOrderOfDeclarationDoesNotMatter(@ForAll("samples") Sample sample, @ForAll Random random) {
        List<Revision> shuffled = new ArrayList<>(sample.revisions());
        Collections.shuffle(shuffled, random);

        assertThat(RevisionGraph.of(shuffled).revisions())
                .isEqualTo(RevisionGraph.of(sample.revisions()).revisions());
    }

    @Property
    void appliedAndHeadsAreInverse(@ForAll("samples") Sample sample) {
        RevisionGraph graph = RevisionGraph.of(sample.revisions());

        assertThat(graph.applied(sample.heads())).isEqualTo(sample.applied());
        assertRows(graph.maximal(sample.applied()), sample.model().maximal(sample.applied()));
    }

    private static RevisionTarget target(Sample sample) {
        return RevisionTarget.parse(sample.target().value());
    }

    private static void assertRows(Heads heads, Set<RevisionId> expected) {
        assertThat(heads.ids()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(heads.ids())).isEqualTo(expected);
    }
}
