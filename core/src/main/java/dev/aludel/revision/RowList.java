package dev.aludel.revision;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;

/** The heads after one step, made when somebody looks: a plan of n steps over m branches would otherwise need n·m places. */
final class RowList extends AbstractList<RevisionId> {
    private final RowTimeline timeline;
    private final int state;

    RowList(RowTimeline timeline, int state) {
        this.timeline = timeline;
        this.state = state;
    }

    @Override
    public RevisionId get(int position) {
        return timeline.rows(state).get(position);
    }

    @Override
    public int size() {
        return timeline.rows(state).size();
    }

    @Override
    public Iterator<RevisionId> iterator() {
        return timeline.rows(state).iterator();
    }

    @Override
    public Spliterator<RevisionId> spliterator() {
        return timeline.rows(state).spliterator();
    }

    @Override
    public List<RevisionId> subList(int from, int to) {
        return timeline.rows(state).subList(from, to);
    }
}
