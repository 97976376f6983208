package dev.aludel.benchmarks;

import dev.aludel.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short commands against bare JVMs with start-up archives of their own: one reads a row, one prints a line. */
final class StartChapter implements Chapter {
    private static final int REVISIONS = 10;

    private final Table connecting =
            new Table("Short commands beside a bare JVM that connects and reads a row", "s", "≤ 1.3 × the bare JVM");
    private final Table offline =
            new Table("Commands that ask no database, beside a bare JVM that prints a line", "s", "");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "Start-up";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = bench.migrations(REVISIONS);
        String url = bench.postgres().fresh("bench");
        Programs programs = bench.programs();
        bench.run(folder, programs.aludel("upgrade", "head", "--url", url));
        Map<String, List<String>> live = new LinkedHashMap<>();
        live.put("bare JVM with an archive", bench.archived(programs.raw(List.of(), "RawConnect", url)));
        live.put("bare JVM", programs.raw(List.of(), "RawConnect", url));
        live.put("Aludel --version", programs.aludel("--version"));
        live.put("Aludel history", programs.aludel("history"));
        live.put("Aludel current", programs.aludel("current", "--url", url));
        live.put("Aludel upgrade, nothing to do", programs.aludel("upgrade", "head", "--url", url));
        Map<String, List<String>> still = new LinkedHashMap<>();
        still.put("bare JVM with an archive", bench.archived(programs.raw(List.of(), "RawHello")));
        still.put("bare JVM", programs.raw(List.of(), "RawHello"));
        still.put("Aludel --version", programs.aludel("--version"));
        still.put("Aludel history", programs.aludel("history"));
        // the first round warms up
        for (int round = 0; round <= 2 * bench.rounds(); round++) {
            bench.turn(folder, live, connecting, round > 0);
            bench.turn(folder, still, offline, round > 0);
        }
        bench.postgres().drop("bench");
    }

    @Override
    public List<Table> tables() {
        return List.of(connecting, offline);
    }
}
