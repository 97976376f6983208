package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws a list of revisions, newest first, as a graph of plain characters to stand left of the list.
 *
 * <pre>
 * *    merge
 * |\
 * | *  audit
 * * |  invoice
 * |/
 * *    start
 * </pre>
 *
 * <p>The rows are made from top to bottom. A lane is a column that waits for the revision in which it ends. A revision
 * stands in the first lane that waits for it; other lanes that wait for it are joined to that one first. Then its lane
 * waits for the first revision that it follows, and each further one gets the lane that waits for it, or a new one.
 * Dependencies are not drawn: they are no branches.
 */
public final class GraphDrawing {
    /** Beyond so many branches side by side nobody could follow the lines. */
    private static final int MOST_LANES = 40;

    private final List<@Nullable RevisionId> lanes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<RevisionId> shown = new HashSet<>();

    private GraphDrawing(List<Revision> newestFirst) {
        newestFirst.forEach(revision -> shown.add(revision.id()));
        for (Revision revision : newestFirst) {
            if (lanes.size() <= MOST_LANES) {
                add(revision);
            }
        }
    }

    /**
     * A row of the drawing.
     *
     * @param graph lanes and marks, without blanks at the end
     * @param revision the one that stands here; empty for a row of connections
     * @param below the lanes that go on below this row, for texts of several lines
     */
    public record Row(String graph, Optional<Revision> revision, String below) {}

    /**
     * The rows from newest to oldest. What follows a revision that is not in the list is drawn as a beginning. Empty where a
     * drawing would not help: for a single line, and for more than forty branches side by side.
     */
    public static List<Row> of(List<Revision> newestFirst) {
        GraphDrawing drawing = new GraphDrawing(newestFirst);
        boolean forks = drawing.rows.stream().anyMatch(row -> row.graph().length() > 1);
        return forks && drawing.lanes.size() <= MOST_LANES ? drawing.rows : List.of();
    }

    private void add(Revision revision) {
        int lane = lanes.indexOf(revision.id());
        if (lane < 0) {
            lane = freeLane();
            put(lane, revision.id());
        }
        for (int other = lanes.lastIndexOf(revision.id()); other > lane; other = lanes.lastIndexOf(revision.id())) {
            lanes.set(other, null);
            connect(lane, other, '/');
        }
        String graph = lanesWith(lane, '*');
        List<RevisionId> parents =
                revision.down().stream().filter(shown::contains).toList();
        lanes.set(lane, parents.isEmpty() ? null : parents.get(0));
        trim();
        rows.add(new Row(graph, Optional.of(revision), lanesWith(-1, '|')));
        for (RevisionId parent : parents.subList(Math.min(1, parents.size()), parents.size())) {
            openLane(lane, parent);
        }
    }

    private void openLane(int lane, RevisionId parent) {
        int known = lanes.indexOf(parent);
        if (known >= 0) {
            connect(Math.min(lane, known), Math.max(lane, known), known > lane ? '\\' : '/');
            return;
        }
        int fresh = freeLane();
        connect(Math.min(lane, fresh), Math.max(lane, fresh), fresh > lane ? '\\' : '/');
        put(fresh, parent);
    }

    private int freeLane() {
        int free = lanes.indexOf(null);
        return free < 0 ? lanes.size() : free;
    }

    private void put(int lane, RevisionId waitedFor) {
        while (lanes.size() <= lane) {
            lanes.add(null);
        }
        lanes.set(lane, waitedFor);
    }

    /** A row that leads from one lane to another: {@code |_|/}. */
    private void connect(int left, int right, char mark) {
        char[] row = row(Math.max(lanes.size(), right + 1));
        for (int column = 2 * left + 1; column < 2 * right - 1; column++) {
            row[column] = row[column] == ' ' ? '_' : row[column];
        }
        row[2 * right - 1] = mark;
        trim();
        rows.add(new Row(new String(row).stripTrailing(), Optional.empty(), lanesWith(-1, '|')));
    }

    private String lanesWith(int lane, char mark) {
        char[] row = row(Math.max(lanes.size(), lane + 1));
        if (lane >= 0) {
            row[2 * lane] = mark;
        }
        return new String(row).stripTrailing();
    }

    private char[] row(int width) {
        char[] row = new char[2 * width];
        Arrays.fill(row, ' ');
        for (int lane = 0; lane < lanes.size(); lane++) {
            row[2 * lane] = lanes.get(lane) == null ? ' ' : '|';
        }
        return row;
    }

    private void trim() {
        while (!lanes.isEmpty() && lanes.get(lanes.size() - 1) == null) {
            lanes.remove(lanes.size() - 1);
        }
    }
}
