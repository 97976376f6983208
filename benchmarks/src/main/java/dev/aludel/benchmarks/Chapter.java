package dev.aludel.benchmarks;

import dev.aludel.benchmarks.report.Grid;
import dev.aludel.benchmarks.report.Table;
import java.util.List;

/** One question, measured in rounds in which all contenders take their turn. */
interface Chapter {
    String name();

    String title();

    void run(Bench bench) throws Exception;

    List<Table> tables();

    /** Counts that do not depend on the machine. */
    default List<Grid> grids() {
        return List.of();
    }
}
