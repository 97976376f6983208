package dev.aludel.cli;

import dev.aludel.runtime.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What SIGTERM and Ctrl-C do: they end what runs in the database, and the process waits until that is rolled back and said.
 * The virtual machine then exits with the signal's own code, 143 or 130.
 */
final class Signals {
    /** Shorter than the 30 s after which Kubernetes kills; what has not ended then is rolled back by the database. */
    private static final long PATIENCE_SECONDS = 20;

    private static final long PAUSE_MILLIS = 200;

    private final Interruption interruption = new Interruption();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Signals() {}

    static Signals watch() {
        Signals signals = new Signals();
        Runtime.getRuntime().addShutdownHook(new Thread(signals::end, "signals"));
        return signals;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Nothing is left to wait for. */
    void commandEnded() {
        ended.countDown();
    }

    /** Asks again and again: a statement may begin just after the first time. */
    private void end() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (ended.getCount() > 0 && System.nanoTime() < deadline) {
                interruption.request();
                if (ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
