package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;

/** Tells a target such as {@code -1} from a mistyped option. */
final class Targets {
    private Targets() {}

    static void refuseOptions(String target, String command) {
        if (target.startsWith("-") && !target.matches("-\\d+")) {
            throw AludelException.of(ErrorCode.USAGE, "Unknown option: '" + target + "'.")
                    .with("usage", "aludel " + command + " [OPTIONS] TARGET")
                    .remedy("See `aludel " + command + " --help`.");
        }
    }
}
