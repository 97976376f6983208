package dev.aludel.benchmarks;

import java.sql.SQLException;
import java.util.Locale;

/** Where it was measured, in words that say enough to judge the numbers. */
record Machine(int processors, String system, String java, String postgres) {

    static Machine of(Postgres postgres) throws SQLException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.version"),
                postgres.version());
    }

    /** The head of the page. */
    String introduction(int rounds, double seconds) {
        return String.format(Locale.ROOT, """
                # Aludel beside its peers

                Written by `make bench`; do not edit. All contenders take turns in %d interleaved rounds. A ratio is made within
                a round, to the first line of its table; shown are the median of the ratios and the least and the greatest.
                Trust ratios; the absolute numbers belong to one machine, and small differences to its mood.

                Measured on a machine with %d processors, %s, Java %s, PostgreSQL %s without fsync, server and programs on the
                same machine. Peers run as they come, with the virtual machine's defaults. The run took %.0f s.

                Again: `make bench`; with more rounds `make bench ROUNDS=9`; some chapters only, without writing this page,
                `make bench CHAPTERS="start migrate"`.
                """, rounds, processors, system, java, postgres, seconds);
    }
}
