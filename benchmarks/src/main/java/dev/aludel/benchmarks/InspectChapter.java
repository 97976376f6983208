package dev.aludel.benchmarks;

import dev.aludel.benchmarks.input.LargeSchema;
import dev.aludel.benchmarks.measure.CountingProxy;
import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Grid;
import dev.aludel.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two databases of 1,000 tables each, read and compared; then 10,000. */
final class InspectChapter implements Chapter {
    private static final int TABLES = 1000;
    private static final int MANY = 10_000;
    private static final String BULK = "bulk catalogue read over JDBC (one side)";
    private static final String COMPARE = "Aludel, inspect and compare";

    private final Table time = new Table(
            "Inspect and compare 1,000 tables, whole process, PostgreSQL", "s", "≤ 1.5 × pg_dump; ≤ 0.04 × Liquibase");
    private final Table memory = new Table("Inspect and compare 1,000 tables, peak memory", "MiB", "≤ 192 MiB");
    private final Table growth = new Table(
            "Inspect and compare, ten times the tables, heap of 512 MB",
            "ms in process",
            "linear: ≤ 10 × 1,000 tables");
    private final List<List<String>> counts = new ArrayList<>();

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String title() {
        return "Large schemas on PostgreSQL";
    }

    @Override
    public void run(Bench bench) throws Exception {
        bench.postgres().fresh("big_b");
        LargeSchema.create(bench.postgres().fresh("big_a"), TABLES, false);
        LargeSchema.create(bench.postgres().url("big_b"), TABLES, true);
        String one = bench.postgres().url("big_a");
        String other = bench.postgres().url("big_b");
        Map<String, List<String>> contenders = contenders(bench, one, other);
        count(bench);
        for (int round = 1; round <= bench.rounds(); round++) {
            for (Map.Entry<String, List<String>> each : contenders.entrySet()) {
                measure(bench, each.getKey(), each.getValue());
            }
        }
        if (bench.programs().has("liquibase")) {
            // once: it takes as long as all the others together
            measure(
                    bench,
                    "Liquibase diff",
                    bench.programs().peer("liquibase", "LiquibaseProgram", "diff", other, one));
        }
        grow(bench, one, other);
    }

    private static Map<String, List<String>> contenders(Bench bench, String one, String other) throws Exception {
        Programs programs = bench.programs();
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        PgDump dump = PgDump.of(bench);
        dump.command("big_a").ifPresent(command -> contenders.put("pg_dump --schema-only (one side)", command));
        contenders.put(BULK, programs.raw(List.of(), "RawInspect", "bulk", one));
        contenders.put(
                "JDBC metadata, table by table (one side)", programs.raw(List.of(), "RawInspect", "metadata", one));
        contenders.put(COMPARE, programs.embedded(List.of(), "AludelCompare", one, other));
        contenders.put("Aludel diff, command line", programs.aludel("diff", "--from", one, "--to", other));
        return contenders;
    }

    private void measure(Bench bench, String name, List<String> command) throws Exception {
        Path project = bench.migrations(10);
        Reading reading = bench.run(project, command);
        time.add(name, reading.seconds());
        memory.add(name, reading.peakMebibytes());
    }

    private void count(Bench bench) throws Exception {
        Programs programs = bench.programs();
        try (CountingProxy proxy = bench.postgres().proxy(0)) {
            bench.run(programs.embedded(
                    List.of(), "AludelCompare", Postgres.url(proxy, "big_a"), Postgres.url(proxy, "big_b")));
            counts.add(line(COMPARE + " (both sides)", proxy.count()));
        }
        try (CountingProxy proxy = bench.postgres().proxy(0)) {
            bench.run(programs.raw(List.of(), "RawInspect", "metadata", Postgres.url(proxy, "big_a")));
            counts.add(line("JDBC metadata, table by table (one side)", proxy.count()));
        }
    }

    private static List<String> line(String name, CountingProxy.Count count) {
        return List.of(name, String.valueOf(count.statements()), String.valueOf(count.roundTrips()));
    }

    private void grow(Bench bench, String one, String other) throws Exception {
        bench.postgres().fresh("huge_b");
        LargeSchema.create(bench.postgres().fresh("huge_a"), MANY, false);
        LargeSchema.create(bench.postgres().url("huge_b"), MANY, true);
        List<String> heap = List.of("-Xmx512m");
        String huge = bench.postgres().url("huge_a");
        String hugeToo = bench.postgres().url("huge_b");
        for (int round = 1; round <= Math.min(3, bench.rounds()); round++) {
            growth.add("1,000 tables", compare(bench, heap, one, other));
            growth.add("10,000 tables", compare(bench, heap, huge, hugeToo));
        }
    }

    private static double compare(Bench bench, List<String> heap, String one, String other) throws Exception {
        return bench.run(bench.programs().embedded(heap, "AludelCompare", one, other))
                .printed()
                .getOrDefault("first_ms", 0.0);
    }

    @Override
    public List<Table> tables() {
        return List.of(time, memory, growth);
    }

    @Override
    public List<Grid> grids() {
        return List.of(new Grid("Questions to the catalogue", List.of("", "statements", "round trips"), counts));
    }
}
