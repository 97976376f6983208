package dev.aludel.benchmarks;

import dev.aludel.benchmarks.measure.CountingProxy;
import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Grid;
import dev.aludel.benchmarks.report.Spread;
import dev.aludel.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A thousand migrations: applied to an empty database, and run again when there is nothing to do. */
final class MigrateChapter implements Chapter {
    private static final int COUNT = 1000;
    private static final int TIMES = 9;

    private final Table noop =
            new Table("Nothing to do, whole process", "s", "≤ 0.6 × raw JDBC with a start-up archive, ≤ 1.0 × without");
    private final Table first = new Table("Nothing to do, first call in a process", "ms", "");
    private final Table warm = new Table("Nothing to do, later calls in a process", "ms", "≤ 0.2 × Flyway");
    private final Table apply = new Table("Apply 1,000 migrations, whole process", "s", "≤ 1.10 × raw JDBC");
    private final Table memory = new Table("Apply 1,000 migrations, peak memory", "MiB", "≤ 128 MiB");
    private final List<List<String>> counts = new ArrayList<>();

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String title() {
        return "1,000 migrations on PostgreSQL";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = bench.migrations(COUNT);
        List<Tool> tools = Tool.migrating(bench);
        for (Tool tool : tools) {
            count(bench, tool, folder);
        }
        for (int round = 1; round <= bench.rounds(); round++) {
            for (Tool tool : tools) {
                measure(bench, tool, folder);
            }
        }
    }

    private void measure(Bench bench, Tool tool, Path folder) throws Exception {
        String url = bench.postgres().fresh("bench");
        Reading applied = bench.run(folder, tool.command().of(url, folder, 1));
        apply.add(tool.name(), applied.seconds());
        memory.add(tool.name(), applied.peakMebibytes());
        noop.add(
                tool.name(),
                bench.run(folder, tool.command().of(url, folder, 1)).seconds());
        if (tool.timesItself()) {
            Reading again = bench.run(folder, tool.command().of(url, folder, TIMES));
            first.add(tool.name(), again.printed().getOrDefault("first_ms", 0.0));
            warm.add(tool.name(), again.printed().getOrDefault("warm_ms", 0.0));
        }
        bench.postgres().drop("bench");
    }

    /** Also warms up: what is read from the disk for the first time is not measured. */
    private void count(Bench bench, Tool tool, Path folder) throws Exception {
        bench.postgres().fresh("bench");
        CountingProxy.Count applied = count(bench, tool, folder, 0);
        CountingProxy.Count nothing = count(bench, tool, folder, 0);
        counts.add(List.of(
                tool.name(),
                String.valueOf(applied.statements()),
                Spread.number((double) applied.roundTrips() / COUNT),
                String.valueOf(nothing.statements()),
                String.valueOf(nothing.roundTrips()),
                String.valueOf(nothing.connections())));
        bench.postgres().drop("bench");
    }

    private static CountingProxy.Count count(Bench bench, Tool tool, Path folder, long delayMillis)
            throws IOException, InterruptedException, SQLException {
        try (CountingProxy proxy = bench.postgres().proxy(delayMillis)) {
            bench.run(folder, tool.command().of(Postgres.url(proxy, "bench"), folder, 1));
            return proxy.count();
        }
    }

    @Override
    public List<Table> tables() {
        return List.of(noop, first, warm, apply, memory);
    }

    @Override
    public List<Grid> grids() {
        return List.of(new Grid(
                "What goes over the wire (statements include BEGIN, COMMIT and what a driver asks when it connects)",
                List.of(
                        "",
                        "statements: apply 1,000",
                        "round trips for each migration",
                        "statements: nothing to do",
                        "round trips: nothing to do",
                        "connections: nothing to do"),
                counts));
    }
}
