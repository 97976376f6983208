package dev.aludel.cli;

import dev.aludel.revision.Plan;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what a run did. */
final class Plans {
    private Plans() {}

    static void print(Printer printer, String command, Plan plan) {
        printer.document(document(command, plan));
        plan.warnings().forEach(printer::warning);
        if (plan.isEmpty()) {
            printer.line("Nothing to do: the database is at " + plan.to() + ".");
        } else {
            printer.success("The database is at " + plan.to() + ".");
        }
    }

    static Map<String, Object> document(String command, Plan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("from", ids(plan.from().ids()));
        document.put("to", ids(plan.to().ids()));
        document.put("steps", plan.steps().stream().map(Plans::step).toList());
        return document;
    }

    static Map<String, Object> step(Step step) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", step.direction().name().toLowerCase(Locale.ROOT));
        values.put("revision", step.revision().id().value());
        values.put("message", step.revision().message());
        values.put("source", step.revision().source());
        values.put("delete", ids(step.removedHeads()));
        values.put("insert", ids(step.addedHeads()));
        values.put("heads_after", ids(step.after().ids()));
        return values;
    }

    private static List<String> ids(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
