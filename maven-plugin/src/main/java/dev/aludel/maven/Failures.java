package dev.aludel.maven;

/** Says in Maven's failure how a command ended. */
final class Failures {
    private Failures() {}

    /** The command's own text, if it has one, and what its exit code means. */
    static String describe(String said, int exitCode) {
        String end = "Exit code " + exitCode + ": " + meaning(exitCode) + ".";
        String spelling = said.contains("`aludel ") || said.contains("--")
                ? " In Maven `aludel upgrade head --tag v1` is `mvn aludel:upgrade -Daludel.target=head -Daludel.tag=v1`."
                : "";
        return said.isEmpty() ? end : said + "\n" + end + spelling;
    }

    private static String meaning(int exitCode) {
        return switch (exitCode) {
            case 2 -> "wrong usage or configuration";
            case 3 -> "differences found";
            case 5 -> "the database is ahead of these files";
            default -> "failed";
        };
    }
}
