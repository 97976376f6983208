package dev.aludel.conformance.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One line of the pair file: two schemas as SQL, and where they come from. */
record SchemaPair(JsonNode json) {

    String id() {
        return json.get("id").asText();
    }

    /** The tool whose tests it is from: the first word of its source. */
    String source() {
        return json.get("source").asText().split("[/ ]", 2)[0];
    }

    String title() {
        return id() + " " + source() + " " + json.get("name").asText();
    }

    String database() {
        return json.get("db").asText();
    }

    String scope() {
        return json.get("scope").asText();
    }

    String oldDdl() {
        return note("setup_sql") + json.get("old_ddl").asText();
    }

    String newDdl() {
        return note("setup_sql") + json.get("new_ddl").asText();
    }

    /** Rows that are there before the migration; empty where the pair has none. */
    String seed() {
        return note("seed_old");
    }

    List<String> kinds() {
        return texts(json.get("objects"));
    }

    List<String> roles() {
        return texts(json.path("notes").path("roles"));
    }

    private String note(String name) {
        JsonNode value = json.path("notes").path(name);
        return value.isTextual() ? value.asText() + "\n" : "";
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        texts.removeIf(String::isBlank);
        return texts;
    }
}
