package dev.aludel.benchmarks;

import dev.aludel.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short commands against a bare JVM that does the least of the same kind, with a start-up archive of its own. */
final class StartChapter implements Chapter {
    private static final List<String> LAUNCHER = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final int REVISIONS = 10;

    private final Table connecting =
            new Table("Short commands with a database, whole process", "s", "≤ 1.3 × the bare JVM");
    private final Table offline =
            new Table("Short commands without a database, whole process", "s", "≤ 1.3 × the bare JVM");

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
        live.put("bare JVM with an archive", archived(bench, "RawConnect", url));
        live.put("bare JVM", programs.raw(List.of(), "RawConnect", url));
        live.put("Aludel current", programs.aludel("current", "--url", url));
        live.put("Aludel upgrade, nothing to do", programs.aludel("upgrade", "head", "--url", url));
        Map<String, List<String>> still = new LinkedHashMap<>();
        still.put("bare JVM with an archive", archived(bench, "RawHello"));
        still.put("bare JVM", programs.raw(List.of(), "RawHello"));
        still.put("Aludel --version", programs.aludel("--version"));
        still.put("Aludel history", programs.aludel("history"));
        for (int round = 0; round <= 2 * bench.rounds(); round++) {
            measure(bench, folder, live, connecting, round);
            measure(bench, folder, still, offline, round);
        }
        bench.postgres().drop("bench");
    }

    /** The first round warms up. */
    private static void measure(Bench bench, Path folder, Map<String, List<String>> commands, Table table, int round)
            throws Exception {
        for (Map.Entry<String, List<String>> each : commands.entrySet()) {
            double seconds = bench.run(folder, each.getValue()).seconds();
            if (round > 0) {
                table.add(each.getKey(), seconds);
            }
        }
    }

    private static List<String> archived(Bench bench, String program, String... arguments) throws Exception {
        String archive = bench.work().resolve(program + ".jsa").toString();
        List<String> making = new ArrayList<>(LAUNCHER);
        making.add("-XX:ArchiveClassesAtExit=" + archive);
        bench.run(bench.programs().raw(making, program, arguments));
        List<String> using = new ArrayList<>(LAUNCHER);
        using.add("-XX:SharedArchiveFile=" + archive);
        return bench.programs().raw(using, program, arguments);
    }

    @Override
    public List<Table> tables() {
        return List.of(connecting, offline);
    }
}
