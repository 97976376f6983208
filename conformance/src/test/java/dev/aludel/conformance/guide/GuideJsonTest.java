package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts read: one JSON document on standard output, with the documented fields. */
class GuideJsonTest extends Guide {
    private static final List<String> REVISION = List.of(
            "id",
            "down",
            "depends_on",
            "branch_labels",
            "message",
            "created",
            "source",
            "head",
            "branchpoint",
            "mergepoint");

    @Test
    void currentTellsRowsAndHeads() {
        String first = initial();
        JsonNode current =
                project.aludel("current", "--format", "json").exits(0).json();
        assertThat(names(current)).containsExactly("rows", "effective", "heads", "is_head", "unknown");
        assertThat(current.get("rows"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo(first);
        assertThat(current.get("is_head").isBoolean()).isTrue();
        assertThat(current.get("is_head").booleanValue()).isTrue();
        assertThat(current.get("unknown")).isEmpty();
    }

    @Test
    void listsTellEveryFieldOfARevision() {
        String first = initial();
        project.edit(AUTHOR, field("private String email;"));
        String second = id(migration("Add email"));
        JsonNode history =
                project.aludel("history", "--format", "json").exits(0).json().get("revisions");
        assertThat(history)
                .hasSize(2)
                .allSatisfy(each -> assertThat(names(each)).containsAll(REVISION));
        assertThat(history.get(0).get("id").asText()).isEqualTo(second);
        assertThat(history.get(0).get("down").get(0).asText()).isEqualTo(first);
        assertThat(history.get(0).get("message").asText()).isEqualTo("Add email");
        assertThat(history.get(0).get("head").booleanValue()).isTrue();
        JsonNode applied = project.aludel("history", "-i", "--format", "json")
                .exits(0)
                .json()
                .get("revisions");
        assertThat(applied.get(0).get("applied").booleanValue()).isFalse();
        assertThat(applied.get(1).get("applied").booleanValue()).isTrue();
        JsonNode heads =
                project.aludel("--format", "json", "heads").exits(0).json().get("revisions");
        assertThat(heads)
                .singleElement()
                .satisfies(each -> assertThat(names(each)).containsAll(REVISION));
    }

    @Test
    void checkTellsEachDifferenceWithItsSql() {
        initial();
        assertThat(project.aludel("check", "--format", "json").exits(0).json().get("differences"))
                .isEmpty();
        project.edit(AUTHOR, field("private String email;"));
        JsonNode differences =
                project.aludel("check", "--format", "json").exits(3).json().get("differences");
        JsonNode difference = differences.get(0);
        assertThat(differences).hasSize(1);
        assertThat(names(difference))
                .containsExactly("kind", "object", "describe", "sql", "reverse_sql", "destructive");
        assertThat(difference.get("kind").asText()).isEqualTo("add_column");
        assertThat(difference.get("object").asText()).isEqualTo("author.email");
        assertThat(difference.get("sql").get(0).asText()).startsWith("ALTER TABLE");
        assertThat(difference.get("reverse_sql").get(0).asText()).contains("DROP COLUMN");
        assertThat(difference.get("destructive").booleanValue()).isFalse();
    }

    @Test
    void errorsAreDocumentsToo() {
        initial();
        JsonNode error = project.aludel("upgrade", "xyz", "--format", "json")
                .exits(1)
                .json()
                .get("error");
        assertThat(names(error)).containsExactly("code", "category", "message", "hint", "location");
        assertThat(error.get("code").asText()).isEqualTo("REV-001");
        assertThat(error.get("category").asText()).isEqualTo("no_such_revision");
    }

    @Test
    void runsTellTheirSteps() {
        String first = id(migration("Initial migration"));
        JsonNode upgrade =
                project.aludel("upgrade", "head", "--format", "json").exits(0).json();
        assertThat(names(upgrade)).containsExactly("command", "from", "to", "steps");
        assertThat(upgrade.get("steps").get(0).get("revision").asText()).isEqualTo(first);
        assertThat(upgrade.get("steps").get(0).get("kind").asText()).isEqualTo("upgrade");
        JsonNode downgrade =
                project.aludel("downgrade", "-1", "--format", "json").exits(0).json();
        assertThat(downgrade.get("to")).isEmpty();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
