package dev.aludel.autogenerate.render;

import java.util.List;

/**
 * A call with its arguments, and what is called on its result; laid out on one line where it fits, else an argument a line.
 *
 * @param wrap an argument a line even where one line would do, as a table reads best
 */
record JavaCall(String method, List<String> arguments, String rest, boolean wrap) {
    private static final int WIDTH = 120;
    private static final String INDENT = " ".repeat(8);

    static JavaCall of(String method, List<String> arguments) {
        return new JavaCall(method, List.copyOf(arguments), "", false);
    }

    static JavaCall wrapped(String method, List<String> arguments) {
        return new JavaCall(method, List.copyOf(arguments), "", true);
    }

    JavaCall then(String calls) {
        return new JavaCall(method, arguments, rest + calls, wrap);
    }

    String layout() {
        String line = INDENT + method + "(" + String.join(", ", arguments) + ")" + rest + ";";
        if (!wrap && line.length() <= WIDTH) {
            return line;
        }
        String continuation = "\n" + INDENT + INDENT;
        String tail = rest.isEmpty() ? "" : continuation + rest;
        return INDENT + method + "(" + continuation + String.join("," + continuation, arguments) + ")" + tail + ";";
    }
}
