package dev.aludel.cli;

import dev.aludel.config.Options;
import java.io.IOException;
import java.net.Socket;
import java.text.NumberFormat;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;

/**
 * Has the platform make, while the command line is read, what every connection to a server then needs of it: calendars,
 * number formats, sockets. A machine with one processor makes it as early or as late.
 */
final class WarmUp {
    private static final Set<String> OFFLINE =
            Set.of("init", "history", "heads", "branches", "merge", "edit", "completion", "--sql", "--help", "-h");

    private WarmUp() {}

    /** Does nothing where the words say that no database will be asked. */
    static void begin(String... arguments) {
        List<String> words = List.of(arguments);
        if (!words.isEmpty() && words.stream().noneMatch(OFFLINE::contains)) {
            Thread thread = new Thread(WarmUp::run, "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run() {
        Options.all();
        LogManager.getLogManager();
        NumberFormat.getIntegerInstance();
        Calendar.getInstance().getFirstDayOfWeek();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
        } catch (IOException noNetwork) {
            return;
        }
    }
}
