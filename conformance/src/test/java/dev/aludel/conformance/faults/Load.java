package dev.aludel.conformance.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two clients that read and write single rows of a table, with pauses, and how long each query took. */
final class Load {
    private static final int CLIENTS = 2;

    private Load() {}

    /** What the clients do meanwhile. */
    interface Work {
        void run() throws Exception;
    }

    /** How long queries took, in microseconds, the shortest first. */
    record Latencies(List<Long> micros) {
        long p99() {
            return micros.get((int) (micros.size() * 0.99));
        }

        long longest() {
            return micros.get(micros.size() - 1);
        }

        @Override
        public String toString() {
            return micros.size() + " queries, p99 " + p99() + " µs, longest " + longest() / 1000 + " ms";
        }
    }

    /** Fails where a query does. */
    static Latencies during(String url, int rows, Work work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Long>>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                Random random = new Random(number);
                clients.add(threads.submit(() -> client(url, rows, random, over)));
            }
            try {
                work.run();
            } finally {
                over.set(true);
            }
            return collect(clients);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Latencies collect(List<Future<List<Long>>> clients) throws InterruptedException, ExecutionException {
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> client : clients) {
            all.addAll(client.get());
        }
        Collections.sort(all);
        return new Latencies(all);
    }

    private static List<Long> client(String url, int rows, Random random, AtomicBoolean over)
            throws SQLException, InterruptedException {
        List<Long> micros = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement read = connection.prepareStatement("SELECT balance FROM account WHERE id = ?");
                PreparedStatement write =
                        connection.prepareStatement("UPDATE account SET balance = balance + 1 WHERE id = ?")) {
            while (!over.get()) {
                PreparedStatement next = random.nextInt(4) == 0 ? write : read;
                next.setInt(1, 1 + random.nextInt(rows));
                long begun = System.nanoTime();
                next.execute();
                micros.add((System.nanoTime() - begun) / 1000);
                Thread.sleep(2);
            }
        }
        return micros;
    }
}
