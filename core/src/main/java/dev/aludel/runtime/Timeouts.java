package dev.aludel.runtime;

import java.time.Duration;

/**
 * How long a run waits, and for what; zero for as long as it takes, but in {@code retry}.
 *
 * @param run for another run of Aludel to end; zero: not at all
 * @param tableLock how long a statement waits for the locks of other sessions, while others queue behind it
 * @param retry for how long a part of a step that waited in vain is tried again; zero: not at all
 * @param statement how long one statement may run
 */
public record Timeouts(Duration run, Duration tableLock, Duration retry, Duration statement) {

    /** What holds where nobody says otherwise. */
    public static Timeouts standard() {
        return new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofMinutes(5), Duration.ZERO);
    }

    /** The same with another wait for other runs. */
    public Timeouts withRun(Duration newRun) {
        return new Timeouts(newRun, tableLock, retry, statement);
    }

    /** The same with other waits for the locks of other sessions. */
    public Timeouts withTableLock(Duration newTableLock, Duration newRetry) {
        return new Timeouts(run, newTableLock, newRetry, statement);
    }
}
