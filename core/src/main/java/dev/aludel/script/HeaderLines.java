package dev.aludel.script;

import dev.aludel.revision.Places;
import java.util.Map;

/** The lines (from 1) of the values in a script's header; empty for compiled classes, which have none. */
record HeaderLines(Map<Places.Part, Integer> lines) {
    HeaderLines {
        lines = Map.copyOf(lines);
    }

    static HeaderLines none() {
        return new HeaderLines(Map.of());
    }

    /** The file, with the line of this value where it is known. */
    String place(String file, Places.Part part) {
        Integer line = lines.get(part);
        return line == null ? file : file + ":" + line;
    }
}
