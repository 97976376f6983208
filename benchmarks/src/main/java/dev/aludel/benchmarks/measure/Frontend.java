package dev.aludel.benchmarks.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Counts what a client of PostgreSQL says, from the bytes it sends (protocol 3, "Message Flow" in PostgreSQL's manual). A
 * statement is a simple query or an execution. A round trip ends where the client has to wait: what it sent at once ends with a
 * simple query or a Sync. The JDBC driver sends BEGIN at once with the statement that follows it.
 */
final class Frontend {
    private static final int STARTUP_LENGTH = 4;
    private static final int TYPED_LENGTH = 5;
    private static final int PROTOCOL_3 = 3;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean started;
    private boolean waiting;
    private long skip;
    private long statements;
    private long roundTrips;

    /** Takes the bytes that the client sent at once. */
    void accept(byte[] bytes, int count) {
        for (int index = 0; index < count; index++) {
            if (skip > 0) {
                long step = Math.min(skip, count - index);
                skip -= step;
                index += (int) step - 1;
            } else {
                head.write(bytes[index]);
                readHead();
            }
        }
        if (waiting && skip == 0 && head.size() == 0) {
            roundTrips++;
            waiting = false;
        }
    }

    long statements() {
        return statements;
    }

    long roundTrips() {
        return roundTrips;
    }

    private void readHead() {
        byte[] known = head.toByteArray();
        if (started && known.length == TYPED_LENGTH) {
            count((char) known[0]);
            skip = (long) number(known, 1) - STARTUP_LENGTH;
            head.reset();
        } else if (!started && known.length == 2 * STARTUP_LENGTH) {
            // requests for encryption have a number of their own and may be refused; the start-up message follows
            started = number(known, STARTUP_LENGTH) >> 16 == PROTOCOL_3;
            skip = number(known, 0) - 2L * STARTUP_LENGTH;
            head.reset();
        }
    }

    private void count(char type) {
        if (type == 'Q' || type == 'E') {
            statements++;
        }
        waiting = type == 'Q' || type == 'S';
    }

    private static int number(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getInt(from);
    }
}
