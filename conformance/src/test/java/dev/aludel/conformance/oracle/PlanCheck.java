package dev.aludel.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares a plan with the expected steps: literally where one order is right, else by what every order must satisfy. */
final class PlanCheck {
    private final OracleCase oracleCase;
    private final Plan plan;
    private final JsonNode expected;

    PlanCheck(OracleCase oracleCase, Plan plan) {
        this.oracleCase = oracleCase;
        this.plan = plan;
        this.expected = oracleCase.expected();
    }

    void run() {
        checkChain();
        assertThat(names(plan.to())).as("final rows").isEqualTo(set(expected.get("heads_after")));
        List<String> revisions = new ArrayList<>();
        expected.get("steps").forEach(step -> revisions.add(revisionOf(step)));
        List<String> planned =
                plan.steps().stream().map(step -> step.revision().id().value()).toList();
        if (oracleCase.exactOrder()) {
            assertThat(planned).as("steps").isEqualTo(revisions);
            checkEachStep();
        } else {
            assertThat(planned).as("steps").containsExactlyInAnyOrderElementsOf(revisions);
        }
        if (plan.direction() != Direction.STAMP && !oracleCase.category().equals("bad_version_table")) {
            checkAgainstModel();
        }
    }

    private void checkChain() {
        Heads place = plan.from();
        for (Step step : plan.steps()) {
            assertThat(step.before()).as("before %s", step.revision().id()).isEqualTo(place);
            assertThat(step.direction()).isEqualTo(plan.direction());
            place = step.after();
        }
        assertThat(names(place)).as("after the last step").isEqualTo(names(plan.to()));
    }

    private void checkEachStep() {
        for (int number = 0; number < plan.steps().size(); number++) {
            JsonNode wanted = expected.get("steps").get(number);
            Step step = plan.steps().get(number);
            assertThat(names(step.after())).as("rows after step %s", number).isEqualTo(set(wanted.get("heads_after")));
            assertThat(names(step.removedHeads()))
                    .as("deleted by step %s", number)
                    .isEqualTo(set(wanted.get("delete")));
            assertThat(names(step.addedHeads()))
                    .as("inserted by step %s", number)
                    .isEqualTo(set(wanted.get("insert")));
        }
    }

    private void checkAgainstModel() {
        SetModel model = new SetModel(oracleCase.revisions());
        Set<String> applied = model.ancestors(names(plan.from()));
        for (Step step : plan.steps()) {
            String id = step.revision().id().value();
            if (plan.direction() == Direction.UPGRADE) {
                assertThat(applied)
                        .as("applied before %s", id)
                        .containsAll(model.parents(id))
                        .doesNotContain(id);
                applied.add(id);
            } else {
                assertThat(model.maximal(applied))
                        .as("heads before undoing %s", id)
                        .contains(id);
                applied.remove(id);
            }
            assertThat(names(step.after())).as("rows after %s", id).isEqualTo(model.maximal(applied));
        }
    }

    /** A step to base has no revision in the case file; the plan names the row that it takes away. */
    private static String revisionOf(JsonNode step) {
        return step.get("revision").isNull()
                ? step.get("delete").get(0).asText()
                : step.get("revision").asText();
    }

    static Set<String> names(Heads heads) {
        return names(heads.ids());
    }

    static Set<String> names(Collection<RevisionId> ids) {
        Set<String> names = new TreeSet<>();
        ids.forEach(id -> names.add(id.value()));
        return names;
    }

    static Set<String> set(JsonNode node) {
        return new HashSet<>(OracleCase.texts(node));
    }
}
