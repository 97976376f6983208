package dev.aludel.benchmarks;

import dev.aludel.benchmarks.report.Grid;
import dev.aludel.benchmarks.report.Page;
import dev.aludel.benchmarks.report.Plot;
import dev.aludel.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code CHECKOUT ROUNDS [CHAPTER …]}: measures all chapters, or these, and writes them into {@code benchmarks}. */
public final class Benchmarks {
    private final Path checkout;
    private final List<Chapter> chapters;

    private Benchmarks(Path checkout, List<Chapter> chapters) {
        this.checkout = checkout;
        this.chapters = chapters;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        List<Chapter> chapters = new ArrayList<>(List.of(
                new StartChapter(),
                new JavaChapter(),
                new EntitiesChapter(),
                new GraphChapter(),
                new MigrateChapter(),
                new GrowthChapter(),
                new DelayChapter(),
                new InspectChapter(),
                new MariaDbChapter()));
        chapters.removeIf(chapter -> !wanted.isEmpty() && !wanted.contains(chapter.name()));
        new Benchmarks(Path.of(arguments[0]).toAbsolutePath().normalize(), chapters)
                .run(Integer.parseInt(arguments[1]), wanted.isEmpty());
    }

    private void run(int rounds, boolean whole) throws Exception {
        long started = System.nanoTime();
        Path work = Files.createTempDirectory("aludel-bench");
        Page page = new Page();
        try (Postgres postgres = Postgres.start()) {
            Bench bench = new Bench(checkout, work, rounds, postgres);
            for (Chapter chapter : chapters) {
                long begun = System.nanoTime();
                chapter.run(bench);
                write(chapter, page);
                System.out.printf(Locale.ROOT, "%s: %.0f s%n", chapter.name(), (System.nanoTime() - begun) / 1e9);
            }
            Machine machine = Machine.of(postgres);
            String text = machine.introduction(rounds, (System.nanoTime() - started) / 1e9) + page + notes(bench);
            System.out.println(text);
            if (whole) {
                publish(text);
            }
        } finally {
            Folders.delete(work);
        }
    }

    private static void write(Chapter chapter, Page page) {
        page.heading(chapter.title());
        chapter.tables().forEach(page::table);
        for (Grid grid : chapter.grids()) {
            page.grid(grid);
        }
    }

    private static String notes(Bench bench) {
        Page page = new Page();
        if (!bench.notes().isEmpty()) {
            page.heading("Not measured");
            bench.notes().stream().distinct().forEach(note -> page.paragraph("- " + note));
        }
        return page.toString();
    }

    /** Only a whole run is published: its numbers belong together. */
    private void publish(String text) throws IOException {
        Path folder = checkout.resolve("benchmarks");
        Files.writeString(folder.resolve("RESULTS.md"), text);
        Path plots = Files.createDirectories(folder.resolve("plots"));
        for (Chapter chapter : chapters) {
            List<Table> tables = chapter.tables();
            for (int number = 0; number < tables.size(); number++) {
                Files.writeString(
                        plots.resolve(chapter.name() + "-" + (number + 1) + ".svg"), Plot.of(tables.get(number)));
            }
        }
    }
}
