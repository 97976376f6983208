package dev.aludel.benchmarks;

import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.List;

/** Ten times the migrations, to see whether Aludel takes ten times as long. */
final class GrowthChapter implements Chapter {
    private static final int FEW = 1000;
    private static final int MANY = 10_000;
    private static final int TIMES = 5;

    private final Table apply = new Table("Apply ten times the migrations, embedded", "ms", "linear: ≤ 10 × 1,000");
    private final Table noop =
            new Table("Nothing to do with ten times the migrations, embedded", "ms", "linear: ≤ 10 × 1,000");

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "10,000 migrations";
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int count : List.of(FEW, MANY)) {
            Path folder = bench.migrations(count);
            String name = String.format("%,d migrations", count);
            String url = bench.postgres().fresh("bench");
            apply.add(name, printed(bench, folder, url, 1, "first_ms"));
            noop.add(name, printed(bench, folder, url, TIMES, "warm_ms"));
            bench.postgres().drop("bench");
        }
    }

    private static double printed(Bench bench, Path folder, String url, int times, String key) throws Exception {
        Reading reading = bench.run(
                bench.programs().embedded(List.of(), "AludelMigrate", url, folder + "/aludel/", String.valueOf(times)));
        return reading.printed().getOrDefault(key, 0.0);
    }

    @Override
    public List<Table> tables() {
        return List.of(apply, noop);
    }
}
