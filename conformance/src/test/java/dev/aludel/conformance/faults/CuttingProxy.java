package dev.aludel.conformance.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server on this machine, and cuts all connections after so many bytes, for good. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final AtomicLong left;
    private final AtomicLong passed = new AtomicLong();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private CuttingProxy(ServerSocket entrance, int target, long bytes) {
        this.entrance = entrance;
        this.target = target;
        this.left = new AtomicLong(bytes);
    }

    /** In front of the server at this port of 127.0.0.1. */
    static CuttingProxy start(int target, long bytes) throws IOException {
        CuttingProxy proxy =
                new CuttingProxy(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target, bytes);
        daemon(proxy::accept);
        return proxy;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many bytes went through, in both directions. */
    long passed() {
        return passed.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
                sockets.addAll(List.of(client, server));
                daemon(() -> pump(client, server));
                daemon(() -> pump(server, client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                long remaining = left.getAndAdd(-length);
                out.write(buffer, 0, (int) Math.max(0, Math.min(length, remaining)));
                out.flush();
                passed.addAndGet(length);
                if (remaining <= length) {
                    close();
                }
            }
        } catch (IOException gone) {
            // the other end is closed with this one
        }
    }

    private void cut() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                // it is closed, which is all that is asked
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
