package dev.aludel.cli;

import dev.aludel.command.CurrentCommand;
import dev.aludel.command.RevisionView;
import dev.aludel.revision.GraphDrawing;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes revisions as lines, as paragraphs and as JSON. */
final class Lines {
    private Lines() {}

    static void print(Session session, List<RevisionView> views) {
        session.printer().document(document(views));
        views.forEach(view -> session.printer().line(text(session, view)));
        noteNone(session, views);
    }

    /** The same with the graph beside it, where there is more than one line. */
    static void printGraph(Session session, List<RevisionView> views) {
        if (rows(views).isEmpty()) {
            print(session, views);
            return;
        }
        session.printer().document(document(views));
        drawGraph(session, views);
    }

    /** The list with the graph beside it, for people only. */
    static void drawGraph(Session session, List<RevisionView> views) {
        List<GraphDrawing.Row> rows = rows(views);
        int width = rows.stream().mapToInt(row -> row.graph().length()).max().orElse(0);
        Iterator<RevisionView> next = views.iterator();
        for (GraphDrawing.Row row : rows) {
            String text = row.revision().isPresent() ? text(session, next.next()) : "";
            List<String> lines = text.lines().toList();
            session.printer().line(beside(row.graph(), width, lines.isEmpty() ? "" : lines.get(0)));
            lines.stream().skip(1).forEach(line -> session.printer().line(beside(row.below(), width, line)));
        }
    }

    private static List<GraphDrawing.Row> rows(List<RevisionView> views) {
        return GraphDrawing.of(views.stream().map(RevisionView::revision).toList());
    }

    private static String text(Session session, RevisionView view) {
        return session.options().verbose ? verbose(view) : line(view);
    }

    private static String beside(String graph, int width, String text) {
        return (graph + " ".repeat(Math.max(0, width - graph.length())) + "  " + text).stripTrailing();
    }

    private static void noteNone(Session session, List<RevisionView> views) {
        if (views.isEmpty()) {
            session.printer()
                    .note("There are no revisions yet. Make the first: aludel revision --autogenerate -m \"…\"");
        }
    }

    /** {@code 9c0d11aa42be -> 3f1a2b7c9d01 (head), Add email field to Author}. */
    static String line(RevisionView view) {
        Revision revision = view.revision();
        return parents(revision) + " -> " + revision.id() + marks(view) + tail(revision);
    }

    static String current(Revision revision, RevisionGraph graph, CurrentCommand.State state) {
        boolean row = state.rows().contains(revision.id());
        String mark = !row ? " (effective head)" : graph.isHead(revision.id()) ? " (head)" : "";
        return revision.id() + mark + tail(revision);
    }

    static String verbose(RevisionView view) {
        Revision revision = view.revision();
        List<String> lines = new ArrayList<>();
        lines.add("Rev: " + revision.id() + marks(view));
        lines.add((revision.isMergePoint() ? "Merges: " : "Parent: ") + parents(revision));
        add(lines, "Depends on: ", String.join(", ", revision.dependsOn()));
        add(lines, "Branch labels: ", String.join(", ", revision.branchLabels()));
        lines.add("Created: " + revision.created());
        lines.add("Path: " + revision.source());
        add(lines, "", revision.message().isEmpty() ? "" : "\n    " + revision.message() + "\n");
        return String.join("\n", lines);
    }

    static Map<String, Object> document(List<RevisionView> views) {
        return Map.of("revisions", views.stream().map(Lines::values).toList());
    }

    static List<String> ids(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }

    private static Map<String, Object> values(RevisionView view) {
        Revision revision = view.revision();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", revision.id().value());
        values.put("down", ids(revision.down()));
        values.put("depends_on", revision.dependsOn());
        values.put("branch_labels", revision.branchLabels());
        values.put("message", revision.message());
        values.put("created", revision.created().toString());
        values.put("source", revision.source());
        values.put("head", view.head());
        values.put("branchpoint", view.branchPoint());
        values.put("mergepoint", view.mergePoint());
        view.applied().ifPresent(applied -> values.put("applied", applied));
        return values;
    }

    private static String marks(RevisionView view) {
        List<String> marks = new ArrayList<>(view.revision().branchLabels());
        addIf(marks, view.head() && view.effectiveHead(), "head");
        addIf(marks, view.head() && !view.effectiveHead(), "effective head");
        addIf(marks, view.branchPoint(), "branchpoint");
        addIf(marks, view.mergePoint(), "mergepoint");
        addIf(marks, view.current(), "current");
        addIf(marks, view.applied().filter(applied -> !applied).isPresent(), "pending");
        return marks.stream().map(mark -> " (" + mark + ")").collect(Collectors.joining());
    }

    private static String parents(Revision revision) {
        return revision.down().isEmpty() ? "<base>" : String.join(", ", ids(revision.down()));
    }

    private static String tail(Revision revision) {
        return revision.message().isEmpty() ? "" : ", " + revision.message();
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(label + text);
        }
    }

    private static void addIf(List<String> marks, boolean holds, String mark) {
        if (holds) {
            marks.add(mark);
        }
    }
}
