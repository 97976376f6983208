package dev.aludel.benchmarks;

import dev.aludel.benchmarks.input.MigrationFiles;
import dev.aludel.benchmarks.measure.ProcessRun;
import dev.aludel.benchmarks.measure.Reading;
import dev.aludel.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What all questions share: the server, the programs, a folder, and how often to ask. */
final class Bench {
    private static final List<String> LAUNCHER =
            List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
    private static final Map<String, String> QUIET = Map.of("REDGATE_DISABLE_TELEMETRY", "true");

    private final Path work;
    private final int rounds;
    private final Postgres postgres;
    private final Programs programs;
    private final List<String> notes = new ArrayList<>();
    private int archives;

    Bench(Path checkout, Path work, int rounds, Postgres postgres) throws IOException {
        this.work = work;
        this.rounds = rounds;
        this.postgres = postgres;
        this.programs = new Programs(checkout, work);
    }

    int rounds() {
        return rounds;
    }

    Postgres postgres() {
        return postgres;
    }

    Programs programs() {
        return programs;
    }

    Path work() {
        return work;
    }

    /** What could not be measured, for the page. */
    List<String> notes() {
        return notes;
    }

    void note(String note) {
        notes.add(note);
    }

    /** Runs a program in the work folder. */
    Reading run(List<String> command) throws IOException, InterruptedException {
        return run(work, command);
    }

    /** Runs a program in a folder. */
    Reading run(Path folder, List<String> command) throws IOException, InterruptedException {
        Reading reading = new ProcessRun(folder, work.resolve("output.txt"), QUIET).run(command);
        System.err.printf(
                Locale.ROOT, "%7.2f s %5.0f MiB  %s%n", reading.seconds(), reading.peakMebibytes(), shortly(command));
        return reading;
    }

    /** Runs each contender's program once in a folder; whether it counts is said by the caller. */
    void turn(Path folder, Map<String, List<String>> commands, Table table, boolean counts)
            throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> each : commands.entrySet()) {
            double seconds = run(folder, each.getValue()).seconds();
            if (counts) {
                table.add(each.getKey(), seconds);
            }
        }
    }

    /** The same program with the options of Aludel's launcher and a class archive of its own, which it runs once to make. */
    List<String> archived(List<String> command) throws IOException, InterruptedException {
        Path archive = work.resolve("bare-" + archives++ + ".jsa");
        run(withOptions(command, "-XX:ArchiveClassesAtExit=" + archive));
        return withOptions(command, "-XX:SharedArchiveFile=" + archive);
    }

    private static List<String> withOptions(List<String> command, String option) {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, LAUNCHER);
        all.add(1, option);
        return all;
    }

    /** The program with its first words; the rest is class paths and folders. */
    private static String shortly(List<String> command) {
        int program = Math.max(0, command.indexOf("-cp") + (command.contains("-cp") ? 2 : 0));
        return command.stream().skip(program).limit(2).collect(Collectors.joining(" "));
    }

    /** A folder with this many migrations in every tool's form, and with a project of Aludel's; made once. */
    Path migrations(int count) throws IOException {
        Path folder = work.resolve("migrations-" + count);
        if (Files.notExists(folder.resolve("aludel.properties"))) {
            MigrationFiles.write(folder, count);
            Files.writeString(
                    folder.resolve("aludel.properties"),
                    "aludel.directory=aludel/versions\naludel.classpath=" + programs.drivers() + "\n");
        }
        return folder;
    }
}
