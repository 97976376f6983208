package dev.aludel.maven;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How Maven spells what the command line has. */
final class Spelling {
    /** What stands without a name on the command line. */
    private static final Map<String, String> OPERANDS =
            Map.of("TARGET", "target", "REV", "revision", "A:B", "range", "COMMAND", "command", "DIR", "directory");

    private Spelling() {}

    /** {@code dry-run} of {@code --dry-run}, {@code target} of TARGET. */
    static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : Optional.ofNullable(OPERANDS.get(spec.paramLabel()))
                        .orElseThrow(() -> new AssertionError("has no name yet: " + spec.paramLabel()));
    }

    static String property(ArgSpec spec) {
        return "aludel." + name(spec);
    }

    /** {@code dryRun}. */
    static String field(ArgSpec spec) {
        StringBuilder camel = new StringBuilder();
        for (String part : name(spec).split("-")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
