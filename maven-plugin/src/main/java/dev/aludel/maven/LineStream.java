package dev.aludel.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is printed, line by line and while it is printed. */
final class LineStream extends OutputStream {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LineStream(Consumer<String> lines) {
        this.lines = lines;
    }

    static PrintStream to(Consumer<String> lines) {
        return new PrintStream(new LineStream(lines), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int octet) {
        if (octet == '\n') {
            finish();
        } else if (octet != '\r') {
            line.write(octet);
        }
    }

    /** A last line without its end. */
    @Override
    public void close() {
        if (line.size() > 0) {
            finish();
        }
    }

    private void finish() {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
