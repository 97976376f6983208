package dev.aludel.benchmarks;

import dev.aludel.benchmarks.input.EntityModel;
import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A migration is written for a model of 300 entities, beside what Hibernate needs to read that model. */
final class EntitiesChapter implements Chapter {
    private static final int ENTITIES = 300;
    private static final String HIBERNATE = "hibernate";

    private final Table time = new Table(
            "Compare 300 entities with a database, whole process", "s", "≤ 1.3 × the boot of Hibernate that it needs");
    private final Table memory = new Table("Compare 300 entities with a database, peak memory", "MiB", "");

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String title() {
        return "A model of " + ENTITIES + " entities";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Programs programs = bench.programs();
        if (!programs.has(HIBERNATE)) {
            bench.note("Hibernate's program was not built (profile `peers`), so its model was not compared.");
            return;
        }
        Path project = bench.work().resolve("model");
        EntityModel.write(
                project,
                ENTITIES,
                programs.versionOf(HIBERNATE, "hibernate-core"),
                programs.versionOf(HIBERNATE, "postgresql"),
                programs.libraries(HIBERNATE));
        Path versions = Files.createDirectories(project.resolve("versions"));
        Files.writeString(project.resolve("aludel.properties"), "aludel.directory=versions\n");
        String same = bench.postgres().fresh("bench");
        String other = bench.postgres().fresh("bench_other");
        bench.run(project, programs.aludel("revision", "--autogenerate", "-m", "all", "--url", same));
        for (String url : List.of(same, other)) {
            bench.run(project, programs.aludel("upgrade", "head", "--url", url));
        }
        bench.postgres().execute("bench_other", "ALTER TABLE ledger_7 DROP COLUMN quantity");
        String classes = project.resolve("target/classes").toString();
        Map<String, List<String>> contenders = new LinkedHashMap<>();
        contenders.put(
                "Hibernate 7, metadata alone",
                programs.peer(HIBERNATE, "HibernateProgram", "metadata", classes, EntityModel.PACKAGE));
        contenders.put(
                "Hibernate 7, with a session factory",
                programs.peer(HIBERNATE, "HibernateProgram", "factory", classes, EntityModel.PACKAGE));
        contenders.put("Aludel check", programs.aludel("check", "--url", same));
        contenders.put(
                "Aludel revision --autogenerate",
                programs.aludel("revision", "--autogenerate", "-m", "more", "--url", other));
        Set<Path> before = files(versions);
        // the first round warms up
        for (int round = 0; round <= bench.rounds(); round++) {
            for (Map.Entry<String, List<String>> each : contenders.entrySet()) {
                Reading reading = bench.run(project, each.getValue());
                if (round > 0) {
                    time.add(each.getKey(), reading.seconds());
                    memory.add(each.getKey(), reading.peakMebibytes());
                }
            }
            for (Path written : files(versions)) {
                if (!before.contains(written)) {
                    Files.delete(written);
                }
            }
        }
        bench.postgres().drop("bench");
        bench.postgres().drop("bench_other");
    }

    private static Set<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Override
    public List<Table> tables() {
        return List.of(time, memory);
    }
}
