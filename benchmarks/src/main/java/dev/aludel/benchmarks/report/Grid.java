package dev.aludel.benchmarks.report;

import java.util.List;

/** Numbers that are the same on every machine, or nearly: one line for each contender. */
public record Grid(String title, List<String> head, List<List<String>> lines) {
    public Grid {
        head = List.copyOf(head);
        lines = List.copyOf(lines);
    }
}
