package dev.aludel.benchmarks;

import dev.aludel.benchmarks.report.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One migration in Java, compiled and run by a fresh process, beside a program that does nothing but compile it. */
final class JavaChapter implements Chapter {
    private static final String SOURCE = """
            package bench;

            import static dev.aludel.migration.Columns.*;
            import dev.aludel.migration.*;

            /** Create the authors. */
            @Revision(id = "a1", created = "2026-01-02T00:00:00Z")
            public final class A1CreateAuthors implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.createTable("author", column("id", bigint()).notNull(), column("name", varchar(100)));
                }

                @Override
                public void downgrade(Operations op) {
                    op.dropTable("author");
                }
            }
            """;

    private final Table table =
            new Table("A migration in Java: compiled, recorded and rendered, whole process", "s", "≤ 1.2 × bare javac");

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String title() {
        return "Migrations in Java";
    }

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = bench.work().resolve("java");
        Path source = Files.createDirectories(folder.resolve("versions")).resolve("A1CreateAuthors.java");
        Files.writeString(source, SOURCE);
        Files.writeString(
                folder.resolve("aludel.properties"),
                "aludel.directory=versions\naludel.classpath="
                        + bench.programs().drivers() + "\n");
        List<String> bare = bench.programs().embedded(List.of(), "RawCompile", source.toString());
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("bare javac with an archive", bench.archived(bare));
        commands.put("bare javac", bare);
        commands.put(
                "Aludel upgrade --sql",
                bench.programs().aludel("upgrade", "head", "--sql", "--url", "jdbc:postgresql://127.0.0.1/none"));
        // the first round warms up
        for (int round = 0; round <= 2 * bench.rounds(); round++) {
            bench.turn(folder, commands, table, round > 0);
        }
    }

    @Override
    public List<Table> tables() {
        return List.of(table);
    }
}
