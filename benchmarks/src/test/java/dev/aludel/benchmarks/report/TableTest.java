package dev.aludel.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void ratiosAreMadeWithinARound() {
        Table table = new Table("title", "s", "");
        // the machine is three times as slow in the second round, for both
        for (double slowness : List.of(1.0, 3.0, 1.0)) {
            table.add("yardstick", 2 * slowness);
            table.add("other", slowness);
        }
        assertThat(table.ratio("yardstick")).hasToString("1.00");
        assertThat(table.ratio("other")).isEqualTo(new Spread(0.5, 0.5, 0.5));
        assertThat(table.value("other")).isEqualTo(new Spread(1, 1, 3));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).hasToString("2.50 (1.00–4.00)");
    }

    @Test
    void aPlotNamesEveryContender() {
        Table table = new Table("a < b", "s", "");
        table.add("raw", 1);
        table.add("Aludel", 0.5);
        assertThat(Plot.of(table)).contains("a &lt; b", ">raw<", ">Aludel<", ">0.500<");
    }
}
