package dev.aludel.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What another thread works out while this one does something else: a model and a database take about as long to read. To close
 * it waits for the end of the work, so that nothing goes on for a caller that has given up.
 */
final class Meanwhile<T> implements AutoCloseable {
    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    /** The thread sees the classes that this one sees, and keeps no process from ending. */
    static <T> Meanwhile<T> begin(String name, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "aludel " + name);
        thread.setDaemon(true);
        thread.start();
        return new Meanwhile<>(task);
    }

    /** Waits for it. What the work threw is thrown here. */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + Thread.currentThread().getName() + " waited", interrupted);
        }
    }

    @Override
    public void close() {
        try {
            task.get();
        } catch (ExecutionException unwanted) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
