package dev.aludel.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tool that applies migrations, as a process of its own. */
record Tool(String name, Command command) {

    /** How it is called: the database, the folder of all inputs, and how often to run in one process. */
    interface Command {
        List<String> of(String url, Path folder, int times);
    }

    static final String RAW = "raw JDBC";
    static final String ALUDEL = "Aludel, command line";
    static final String EMBEDDED = "Aludel, embedded";

    /** All that were built, the yardstick first. */
    static List<Tool> migrating(Bench bench) {
        Programs programs = bench.programs();
        List<Tool> tools = new ArrayList<>();
        tools.add(new Tool(
                RAW,
                (url, folder, times) ->
                        programs.raw(List.of(), "RawMigrate", url, folder + "/versioned", String.valueOf(times))));
        tools.add(new Tool(ALUDEL, (url, folder, times) -> programs.aludel("upgrade", "head", "--url", url)));
        tools.add(new Tool(
                EMBEDDED,
                (url, folder, times) -> programs.embedded(
                        List.of(), "AludelMigrate", url, folder + "/aludel/", String.valueOf(times))));
        peer(bench, tools, "ebean", "Ebean", "EbeanProgram", "/versioned");
        peer(bench, tools, "mybatis", "MyBatis", "MybatisProgram", "/mybatis");
        peer(bench, tools, "flyway", "Flyway", "FlywayProgram", "/versioned");
        if (programs.has("liquibase")) {
            tools.add(new Tool(
                    "Liquibase",
                    (url, folder, times) -> programs.peer(
                            "liquibase", "LiquibaseProgram", "update", url, folder + "/liquibase", "" + times)));
        }
        return tools;
    }

    /** True where it can run several times in one process and says how long that took. */
    boolean timesItself() {
        return !name.equals(ALUDEL);
    }

    private static void peer(Bench bench, List<Tool> tools, String module, String name, String program, String inputs) {
        Programs programs = bench.programs();
        if (!programs.has(module)) {
            bench.note(name + " was not built (profile `peers`), so it was not measured.");
            return;
        }
        tools.add(new Tool(
                name,
                (url, folder, times) -> programs.peer(module, program, url, folder + inputs, String.valueOf(times))));
    }
}
