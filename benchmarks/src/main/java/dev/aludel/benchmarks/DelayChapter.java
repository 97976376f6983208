package dev.aludel.benchmarks;

import dev.aludel.benchmarks.measure.CountingProxy;
import dev.aludel.benchmarks.report.Spread;
import dev.aludel.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.List;

/** The same migrations when the database is 5 ms away. */
final class DelayChapter implements Chapter {
    private static final int COUNT = 100;
    private static final long DELAY_MILLIS = 5;

    private final Table apply = new Table(
            "Apply " + COUNT + " migrations, " + DELAY_MILLIS + " ms away, whole process", "s", "≤ 0.2 × Flyway");

    @Override
    public String name() {
        return "delay";
    }

    @Override
    public String title() {
        return "A database " + Spread.number(DELAY_MILLIS) + " ms away";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = bench.migrations(COUNT);
        for (Tool tool : Tool.migrating(bench)) {
            bench.postgres().fresh("bench");
            try (CountingProxy proxy = bench.postgres().proxy(DELAY_MILLIS)) {
                apply.add(
                        tool.name(),
                        bench.run(folder, tool.command().of(Postgres.url(proxy, "bench"), folder, 1))
                                .seconds());
            }
            bench.postgres().drop("bench");
        }
    }

    @Override
    public List<Table> tables() {
        return List.of(apply);
    }
}
