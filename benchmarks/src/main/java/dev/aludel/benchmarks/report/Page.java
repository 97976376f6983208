package dev.aludel.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Puts results together as Markdown. */
public final class Page {
    private final StringBuilder text = new StringBuilder();

    public Page heading(String title) {
        text.append("\n## ").append(title).append("\n\n");
        return this;
    }

    public Page paragraph(String words) {
        text.append(words).append("\n");
        return this;
    }

    /** The medians with their ratios to the first contender. */
    public Page table(Table table) {
        text.append("\n### ").append(table.title()).append("\n\n");
        if (!table.goal().isEmpty()) {
            text.append("Goal: ").append(table.goal()).append("\n\n");
        }
        List<List<String>> lines = new ArrayList<>();
        for (String name : table.contenders()) {
            lines.add(List.of(
                    name,
                    table.ratio(name).toString(),
                    Spread.number(table.value(name).median()),
                    String.valueOf(table.rounds(name))));
        }
        return lines(List.of("", "ratio: median (least–greatest)", table.unit(), "rounds"), lines);
    }

    public Page grid(Grid grid) {
        text.append("\n### ").append(grid.title()).append("\n\n");
        return lines(grid.head(), grid.lines());
    }

    private Page lines(List<String> head, List<List<String>> lines) {
        line(head);
        line(head.stream().map(each -> "---").toList());
        lines.forEach(this::line);
        return this;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
