package dev.aludel.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line of the case file: a graph, where the database stands, a command, and the answer that is right. */
record OracleCase(JsonNode json) {

    String name() {
        return json.get("name").asText();
    }

    String category() {
        return json.get("category").asText();
    }

    String command() {
        return json.get("command").asText();
    }

    String target() {
        return json.path("target").isTextual() ? json.get("target").asText() : "";
    }

    List<String> targets() {
        return texts(json.path("target"));
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    List<String> dependsOn() {
        return texts(json.path("depends_on"));
    }

    JsonNode args() {
        return json.path("args");
    }

    Heads current() {
        boolean purged = flag("purge");
        return purged ? Heads.empty() : Heads.of(ids(json.get("current")));
    }

    /** In the order of the file, which stands for the order in which the revisions were written. */
    List<Revision> revisions() {
        List<Revision> revisions = new ArrayList<>();
        for (JsonNode each : json.get("revisions")) {
            String id = each.get("id").asText();
            revisions.add(new Revision(
                    RevisionId.of(id),
                    ids(each.get("down")),
                    texts(each.get("depends_on")),
                    texts(each.get("branch_labels")),
                    "message of " + id,
                    Instant.EPOCH.plusSeconds(revisions.size()),
                    id + ".sql"));
        }
        return revisions;
    }

    /** Where the answer was produced by a defect, the file says what it should be; an empty node is "anything clean". */
    JsonNode expected() {
        boolean defect = json.hasNonNull("alembic_bug");
        return defect ? json.path("should") : json.get("expect");
    }

    boolean exactOrder() {
        return json.get("expect").path("order").asText().equals("exact");
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        } else if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        }
        return texts;
    }

    static List<RevisionId> ids(JsonNode node) {
        return texts(node).stream().map(RevisionId::of).toList();
    }
}
