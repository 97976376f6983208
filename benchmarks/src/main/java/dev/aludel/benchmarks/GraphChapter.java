package dev.aludel.benchmarks;

import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Table;
import java.util.List;

/** A graph with merges: built, and the way up planned. */
final class GraphChapter implements Chapter {
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;

    private final Table table = new Table(
            "Build a graph with merges and plan its upgrade, in a fresh process", "ms", "linear: ≤ 10 × 10,000");

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String title() {
        return "100,000 revisions";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int round = 0; round < bench.rounds(); round++) {
            for (int count : List.of(FEW, MANY)) {
                Reading reading = bench.run(bench.programs().embedded(List.of(), "AludelGraph", String.valueOf(count)));
                table.add(
                        String.format("%,d revisions", count), reading.printed().getOrDefault("first_ms", 0.0));
            }
        }
    }

    @Override
    public List<Table> tables() {
        return List.of(table);
    }
}
