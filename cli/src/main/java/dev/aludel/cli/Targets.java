package dev.aludel.cli;

import java.util.Arrays;
import java.util.List;

/** Tells the target {@code -1} from an option. */
final class Targets {
    private static final List<String> COMMANDS = List.of("upgrade", "downgrade", "plan");

    private Targets() {}

    /** What begins with a blank is no option to the parser; {@link #plain} takes the blank away again. */
    static String[] protect(String... arguments) {
        return Arrays.stream(arguments).anyMatch(COMMANDS::contains)
                ? Arrays.stream(arguments)
                        .map(argument -> argument.matches("-\\d+") ? " " + argument : argument)
                        .toArray(String[]::new)
                : arguments;
    }

    static String plain(String target) {
        return target.strip();
    }
}
