package dev.aludel.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between a client and PostgreSQL on this machine: counts what the client sends, and may hold each of its turns back, as
 * a network of that delay would.
 */
public final class CountingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket listening;
    private final int server;
    private final long delayMillis;
    private final List<Frontend> connections = new ArrayList<>();

    private CountingProxy(ServerSocket listening, int server, long delayMillis) {
        this.listening = listening;
        this.server = server;
        this.delayMillis = delayMillis;
    }

    /** What was counted, over all connections; each of them costs one more round trip or several to begin. */
    public record Count(long connections, long statements, long roundTrips) {}

    /** Listens on a free port for clients of the server on this port. */
    public static CountingProxy to(int server, long delayMillis) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CountingProxy proxy = new CountingProxy(listening, server, delayMillis);
        start(proxy::listen);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What was counted so far. */
    public Count count() {
        synchronized (connections) {
            return new Count(
                    connections.size(),
                    connections.stream().mapToLong(Frontend::statements).sum(),
                    connections.stream().mapToLong(Frontend::roundTrips).sum());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            Frontend frontend = new Frontend();
            synchronized (connections) {
                connections.add(frontend);
            }
            AtomicBoolean answered = new AtomicBoolean(true);
            start(() -> toServer(client, database, frontend, answered));
            start(() -> toClient(database, client, answered));
        }
    }

    /** A turn is what the client sends between two answers, in however many pieces it arrives. */
    private void toServer(Socket client, Socket database, Frontend frontend, AtomicBoolean answered)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = client.getInputStream();
        OutputStream out = database.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            synchronized (connections) {
                frontend.accept(buffer, count);
            }
            if (answered.getAndSet(false) && delayMillis > 0) {
                pause();
            }
            out.write(buffer, 0, count);
        }
        database.shutdownOutput();
    }

    private void toClient(Socket database, Socket client, AtomicBoolean answered) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = database.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            answered.set(true);
            out.write(buffer, 0, count);
        }
        client.close();
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while delaying", interrupted);
        }
    }

    /** What one thread of the proxy does. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                // one side hung up, and with it this conversation is over
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
