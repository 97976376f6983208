package dev.aludel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.aludel.config.JdbcUrls;
import dev.aludel.error.AludelException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes results, notes and errors the way the options want them. */
final class Printer {
    private static final String RED = "\u001B[31m";
    private static final String YELLOW = "\u001B[33m";
    private static final String GREEN = "\u001B[32m";
    private static final String PLAIN = "\u001B[0m";

    private final Shell shell;
    private final GlobalOptions options;

    Printer(Shell shell, GlobalOptions options) {
        this.shell = shell;
        this.options = options;
    }

    /** A line of the result; nothing in JSON mode, where the document says all. */
    void line(String text) {
        if (!options.isJson() && !options.quiet) {
            shell.terminal().out().println(text);
        }
    }

    /** What a person should know but a script should not have to skip: goes to standard error. */
    void note(String text) {
        if (!options.quiet) {
            shell.terminal().err().println(text);
        }
    }

    /** A note that a reader must not miss. */
    void warning(String text) {
        if (!options.quiet) {
            shell.terminal().warnings().println(colored(YELLOW, text));
        }
    }

    /** A line of the result that says something went well. */
    void success(String text) {
        line(colored(GREEN, text));
    }

    /** The one document of JSON mode. */
    void document(Map<String, ?> document) {
        if (options.isJson()) {
            Gson gson = new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .create();
            shell.terminal().out().println(gson.toJson(document));
        }
    }

    void error(AludelException failure) {
        if (options.isJson()) {
            document(Map.of("error", describe(failure)));
        } else {
            String text = failure.format();
            int codeLength = failure.code().code().length();
            shell.terminal()
                    .failures()
                    .println(colored(RED, text.substring(0, codeLength)) + text.substring(codeLength));
        }
        stackTrace(failure);
    }

    /** A failure that Aludel does not know: a defect, and said to be one. */
    void unexpected(Exception failure) {
        String what = "Aludel met a defect of its own: " + failure;
        if (options.isJson()) {
            document(Map.of("error", Map.of("code", "BUG", "category", "other", "message", what)));
        } else {
            shell.terminal().failures().println(colored(RED, "BUG") + "  " + what);
            shell.terminal()
                    .failures()
                    .println("  do  Run the command again with --stacktrace and report what it prints.");
        }
        stackTrace(failure);
    }

    boolean isColored() {
        return switch (options.color) {
            case always -> true;
            case never -> false;
            case auto ->
                shell.terminal().interactive()
                        && shell.environment().getOrDefault("NO_COLOR", "").isEmpty();
        };
    }

    boolean isInteractive() {
        return shell.terminal().interactive();
    }

    private static Map<String, Object> describe(AludelException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code().code());
        error.put("category", failure.code().category());
        error.put("message", failure.what());
        error.put("hint", failure.findFact("do").orElse(""));
        // behind three blanks the statement itself is quoted
        error.put("location", failure.findFact("at").orElse("").replaceAll(" {3}.*", ""));
        return error;
    }

    private void stackTrace(Exception failure) {
        if (options.stacktrace) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            // drivers quote the URL, or what they took for a part of it
            text.toString()
                    .lines()
                    .map(JdbcUrls::redact)
                    .forEach(shell.terminal().failures()::println);
        }
    }

    private String colored(String color, String text) {
        return isColored() ? color + text + PLAIN : text;
    }
}
