package dev.aludel.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionTarget;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The few questions that Aludel answers otherwise than the case file, on purpose. Each states when it applies, from the
 * question alone, and what the answer must be instead; a case that differs in another way fails.
 */
enum Deviation {
    DUPLICATE_ID("two revisions with one id are an error, whatever the command") {
        @Override
        boolean appliesTo(OracleCase asked) {
            List<RevisionId> ids = asked.revisions().stream().map(Revision::id).toList();
            return new HashSet<>(ids).size() < ids.size();
        }

        @Override
        void check(OracleCase asked) {
            assertFails(ErrorCode.DUPLICATE_REVISION, () -> RevisionGraph.of(asked.revisions()));
        }
    },

    LABEL_LIKE_OFFSET("a declared branch label is that label, even when it ends like an offset (feature-1)") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return asked.command().equals("upgrade") && owner(asked).isPresent();
        }

        @Override
        void check(OracleCase asked) {
            String byId = asked.target().replace(label(asked), owner(asked).orElseThrow());
            RevisionGraph graph = RevisionGraph.of(asked.revisions());
            assertThat(graph.upgrade(asked.current(), RevisionTarget.parse(asked.target())))
                    .isEqualTo(graph.upgrade(asked.current(), RevisionTarget.parse(byId)));
        }

        private String label(OracleCase asked) {
            return asked.target().split("@", 2)[0];
        }

        private Optional<String> owner(OracleCase asked) {
            return asked.revisions().stream()
                    .filter(revision -> revision.branchLabels().contains(label(asked)))
                    .filter(revision -> label(asked).matches(".*-\\d+"))
                    .map(revision -> revision.id().value())
                    .findFirst();
        }
    },

    RELATIVE_STAMP("stamp knows no relative forms, not even when the database is empty") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return asked.command().equals("stamp")
                    && asked.targets().stream().anyMatch(target -> target.matches(".*[+-]\\d+"));
        }

        @Override
        void check(OracleCase asked) {
            assertFails(ErrorCode.UNKNOWN_REVISION, () -> planTo(asked));
        }
    },

    REDUNDANT_HEADS("a head that another head contains is no head") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return plans(asked)
                    && asked.expected().has("heads_after")
                    && !maximal(asked).equals(wanted(asked));
        }

        @Override
        void check(OracleCase asked) {
            assertThat(PlanCheck.names(planTo(asked))).isEqualTo(maximal(asked));
        }

        private Set<String> maximal(OracleCase asked) {
            SetModel model = new SetModel(asked.revisions());
            return model.maximal(model.ancestors(wanted(asked)));
        }
    },

    STAMPED_HEAD_STAYS("a stamp keeps a target that is a head already, also when another target replaces heads") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return asked.command().equals("stamp")
                    && asked.expected().has("heads_after")
                    && !wanted(asked).containsAll(keptTargets(asked));
        }

        @Override
        void check(OracleCase asked) {
            Set<String> wanted = wanted(asked);
            wanted.addAll(keptTargets(asked));
            assertThat(PlanCheck.names(planTo(asked))).isEqualTo(wanted);
        }

        private Set<String> keptTargets(OracleCase asked) {
            RevisionGraph graph = RevisionGraph.of(asked.revisions());
            Set<String> kept = asked.targets().stream()
                    .filter(target -> !target.matches(".*[+-]\\d+"))
                    .flatMap(target -> graph.resolve(target, asked.current()).stream())
                    .map(revision -> revision.id().value())
                    .collect(Collectors.toCollection(HashSet::new));
            kept.retainAll(PlanCheck.names(asked.current()));
            return kept;
        }
    },

    OTHER_BRANCH("a downgrade refuses a target outside of the branch that is named with it") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return asked.command().equals("downgrade") && asked.target().contains("@") && !isInBranch(asked);
        }

        @Override
        void check(OracleCase asked) {
            assertThatThrownBy(() -> planTo(asked))
                    .isInstanceOfSatisfying(
                            AludelException.class,
                            exception -> assertThat(exception.code())
                                    .isIn(ErrorCode.INVALID_TARGET, ErrorCode.UNKNOWN_REVISION));
        }

        private boolean isInBranch(OracleCase asked) {
            RevisionGraph graph = RevisionGraph.of(asked.revisions());
            String[] parts = asked.target().split("@", 2);
            try {
                Set<Revision> branch =
                        lineage(graph, graph.resolve(parts[0], Heads.empty()).get(0));
                return branch.containsAll(graph.resolve(parts[1], asked.current()));
            } catch (AludelException noSuchBranch) {
                return false;
            }
        }

        private Set<Revision> lineage(RevisionGraph graph, Revision of) {
            Set<Revision> found = new HashSet<>();
            collect(
                    of,
                    found,
                    revision -> revision.down().stream().map(graph::require).toList());
            found.remove(of);
            collect(of, found, revision -> graph.children(revision.id()));
            return found;
        }

        private void collect(Revision from, Set<Revision> found, Function<Revision, List<Revision>> next) {
            if (found.add(from)) {
                next.apply(from).forEach(each -> collect(each, found, next));
            }
        }
    },

    BRANCH_OF_AN_ID("an id names its branch in every form, also when counting down from the branch's heads") {
        @Override
        boolean appliesTo(OracleCase asked) {
            return asked.command().equals("resolve")
                    && asked.target().matches("[^@]+@-\\d+")
                    && asked.revisions().stream()
                            .noneMatch(revision -> revision.branchLabels().contains(branch(asked)));
        }

        @Override
        void check(OracleCase asked) {
            RevisionGraph graph = RevisionGraph.of(asked.revisions());
            int steps = Integer.parseInt(asked.target().substring(branch(asked).length() + 2));
            Set<String> wanted = new TreeSet<>();
            for (Revision head : graph.resolve(branch(asked) + "@heads", Heads.empty())) {
                Optional<Revision> place = Optional.of(head);
                for (int step = 0; step < steps; step++) {
                    place = place.flatMap(
                            below -> below.down().stream().findFirst().map(graph::require));
                }
                place.ifPresent(found -> wanted.add(found.id().value()));
            }
            assertThat(graph.resolve(asked.target(), asked.current()))
                    .extracting(revision -> revision.id().value())
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }

        private String branch(OracleCase asked) {
            return asked.target().split("@", 2)[0];
        }
    };

    final String reason;

    Deviation(String reason) {
        this.reason = reason;
    }

    abstract boolean appliesTo(OracleCase asked);

    abstract void check(OracleCase asked);

    /** The deviation that this question falls under and whose answer Aludel gives. */
    static Optional<Deviation> explaining(OracleCase asked) {
        return Arrays.stream(values())
                .filter(deviation -> deviation.appliesTo(asked) && deviation.holds(asked))
                .findFirst();
    }

    private boolean holds(OracleCase asked) {
        try {
            check(asked);
            return true;
        } catch (AludelException | AssertionError wrong) {
            return false;
        }
    }

    private static boolean plans(OracleCase asked) {
        return asked.command().equals("stamp") || asked.command().equals("downgrade");
    }

    private static Heads planTo(OracleCase asked) {
        RevisionGraph graph = RevisionGraph.of(asked.revisions());
        List<RevisionTarget> targets =
                asked.targets().stream().map(RevisionTarget::parse).toList();
        return asked.command().equals("stamp")
                ? graph.stamp(asked.current(), targets).to()
                : graph.downgrade(asked.current(), targets.get(0)).to();
    }

    private static Set<String> wanted(OracleCase asked) {
        return new TreeSet<>(PlanCheck.set(asked.expected().get("heads_after")));
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AludelException.class,
                        exception -> assertThat(exception.code()).isEqualTo(code));
    }
}
