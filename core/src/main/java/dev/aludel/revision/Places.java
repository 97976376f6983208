package dev.aludel.revision;

/** Says where a declaration stands, so that a problem of the graph can name the line. */
public interface Places {

    /** The parts of a declaration that may be wrong. */
    enum Part {
        ID,
        DOWN,
        DEPENDS_ON,
        BRANCH_LABELS,
        REPLACES
    }

    /** The place as people should see it: a file's path, with the line where it is known. */
    String of(Revision revision, Part part);

    /** Knows no lines. */
    static Places files() {
        return (revision, part) -> revision.source();
    }
}
