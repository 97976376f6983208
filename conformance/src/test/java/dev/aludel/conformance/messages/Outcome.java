package dev.aludel.conformance.messages;

/** What one command line did: how it ended and what it wrote. */
record Outcome(String commandLine, int exitCode, String out, String err) {

    /** All of it as a person would see it in a terminal, the exit code last. */
    String transcript() {
        String streams = out.isEmpty() || err.isEmpty() ? err + out : err + "-- standard output --\n" + out;
        return "$ aludel " + commandLine + "\n" + streams.replaceAll("(?m) +$", "") + "exit " + exitCode + "\n";
    }
}
