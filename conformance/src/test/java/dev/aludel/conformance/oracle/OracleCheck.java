package dev.aludel.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Parents;
import dev.aludel.revision.Plan;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.RevisionRange;
import dev.aludel.revision.RevisionTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one case through the public API of {@link RevisionGraph} and compares the answer, or the kind of the failure. */
final class OracleCheck {
    private final OracleCase oracleCase;
    private final JsonNode expected;

    OracleCheck(OracleCase oracleCase) {
        this.oracleCase = oracleCase;
        this.expected = oracleCase.expected();
    }

    void run() {
        Optional<AludelException> failure = attempt();
        Set<String> accepted = acceptedErrors();
        if (expected.isNull() || expected.isMissingNode()) {
            return;
        }
        if (accepted.isEmpty()) {
            failure.ifPresent(exception -> fail("Failed instead of an answer: %s", exception.getMessage()));
        } else {
            assertThat(failure).as("one of %s", accepted).isPresent();
            assertThat(kind(failure.orElseThrow()))
                    .as(failure.get().getMessage())
                    .isIn(accepted);
        }
    }

    private Optional<AludelException> attempt() {
        try {
            answer();
            return Optional.empty();
        } catch (AludelException exception) {
            return Optional.of(exception);
        }
    }

    private Set<String> acceptedErrors() {
        return expected.has("error")
                ? Set.of(expected.get("error").asText())
                : Set.copyOf(OracleCase.texts(expected.path("error_any_of")));
    }

    private static String kind(AludelException exception) {
        return switch (exception.code()) {
            case DATABASE_AHEAD -> "no_such_revision";
            case DUPLICATE_REVISION, MISSING_PARENT -> "other";
            default -> exception.code().category();
        };
    }

    /** Computes the answer and, unless a failure is expected, compares it. */
    private void answer() {
        RevisionGraph graph = RevisionGraph.of(oracleCase.revisions());
        Heads current = oracleCase.current();
        switch (oracleCase.command()) {
            case "upgrade" -> check(graph.upgrade(current, RevisionTarget.parse(oracleCase.target())));
            case "downgrade" -> check(graph.downgrade(current, RevisionTarget.parse(oracleCase.target())));
            case "stamp" ->
                check(graph.stamp(
                        current,
                        oracleCase.targets().stream().map(RevisionTarget::parse).toList()));
            case "heads" -> {
                check("heads", graph.heads());
                check("effective", graph.effectiveHeads());
            }
            case "bases" -> check("bases", graph.bases());
            case "current" -> check("revisions", graph.current(current));
            case "resolve" -> checkResolved(graph.resolve(oracleCase.target(), current));
            case "iterate" -> checkSequence(graph.iterate(range(), current), texts("revisions"));
            case "history" -> checkHistory(graph);
            case "revision" ->
                check(
                        graph,
                        graph.planRevision(
                                oracleCase.targets(), oracleCase.flag("splice"), oracleCase.dependsOn(), current));
            case "merge" -> check(graph, graph.planMerge(oracleCase.targets(), oracleCase.flag("splice"), current));
            default -> throw new IllegalStateException("Unknown command " + oracleCase.command());
        }
    }

    private void check(Plan plan) {
        if (expected.has("steps")) {
            new PlanCheck(oracleCase, plan).run();
        }
    }

    private void check(String field, List<Revision> found) {
        if (expected.has(field)) {
            assertThat(names(found)).as(field).containsExactlyInAnyOrderElementsOf(texts(field));
        }
    }

    /** The case file counts from every head, and so repeats revisions and names base. */
    private void checkResolved(List<Revision> found) {
        if (expected.has("revisions")) {
            Set<String> wanted = texts("revisions").stream()
                    .filter(name -> !name.equals("base") && !name.equals("null"))
                    .collect(Collectors.toSet());
            assertThat(names(found)).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private void checkSequence(List<Revision> found, List<String> wanted) {
        if (!expected.has("revisions")) {
            return;
        }
        if (oracleCase.exactOrder()) {
            assertThat(names(found)).isEqualTo(wanted);
            return;
        }
        assertThat(names(found)).containsExactlyInAnyOrderElementsOf(wanted);
        SetModel model = new SetModel(oracleCase.revisions());
        List<String> seen = new ArrayList<>();
        for (String id : names(found)) {
            assertThat(model.ancestors(List.of(id)))
                    .as("newest first")
                    .doesNotContainAnyElementsOf(seen.isEmpty() ? List.of("") : seen);
            seen.add(id);
        }
    }

    private void checkHistory(RevisionGraph graph) {
        String[] ends = oracleCase.target().split(":", 2);
        List<Revision> found = graph.history(end(ends[0]), end(ends[1]), oracleCase.current());
        if (!expected.has("revisions")) {
            return;
        }
        List<String> wanted = new ArrayList<>();
        expected.get("revisions").forEach(line -> wanted.add(line.get("id").asText()));
        checkSequence(found, wanted);
        for (JsonNode line : expected.get("revisions")) {
            RevisionId id = RevisionId.of(line.get("id").asText());
            assertThat(graph.isHead(id) && !graph.isImpliedHead(id))
                    .as("head %s", id)
                    .isEqualTo(line.get("head").asBoolean());
            assertThat(graph.isImpliedHead(id))
                    .as("effective head %s", id)
                    .isEqualTo(line.get("effective_head").asBoolean());
            assertThat(graph.isBranchPoint(id))
                    .as("branch point %s", id)
                    .isEqualTo(line.get("branchpoint").asBoolean());
            assertThat(graph.isMergePoint(id))
                    .as("merge point %s", id)
                    .isEqualTo(line.get("mergepoint").asBoolean());
        }
    }

    private static Optional<String> end(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private RevisionRange range() {
        JsonNode args = oracleCase.args();
        return new RevisionRange(
                OracleCase.texts(args.get("upper")),
                OracleCase.texts(args.get("lower")),
                args.get("inclusive").asBoolean(),
                args.get("implicit_base").asBoolean(),
                args.get("select_for_downgrade").asBoolean() ? Direction.DOWNGRADE : Direction.UPGRADE);
    }

    private void check(RevisionGraph graph, Parents parents) {
        if (!expected.has("down")) {
            return;
        }
        assertThat(PlanCheck.names(parents.down())).as("down").isEqualTo(PlanCheck.set(expected.get("down")));
        assertThat(parents.dependsOn()).as("depends on").containsExactlyInAnyOrderElementsOf(texts("depends_on"));
        List<Revision> revisions = new ArrayList<>(graph.revisions());
        revisions.add(new Revision(
                RevisionId.of("cafe0000cafe"),
                parents.down(),
                parents.dependsOn(),
                List.of(),
                "new",
                Instant.now(),
                "new.sql"));
        assertThat(names(RevisionGraph.of(revisions).heads()))
                .as("heads")
                .containsExactlyInAnyOrderElementsOf(texts("heads_after"));
    }

    private List<String> texts(String field) {
        return OracleCase.texts(expected.path(field));
    }

    private static List<String> names(Collection<Revision> revisions) {
        return revisions.stream().map(revision -> revision.id().value()).toList();
    }
}
