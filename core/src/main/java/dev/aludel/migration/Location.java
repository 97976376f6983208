package dev.aludel.migration;

/**
 * Where an operation was written: file as people see it, and line from 1. With {@code text} the line is where SQL text
 * begins in the file, so that a statement further down in it has a line of its own.
 */
public record Location(String file, int line, boolean text) {

    /** The place of a statement that starts in line {@code statementLine} (from 1) of this operation's SQL. */
    public Location ofStatement(int statementLine) {
        return text ? new Location(file, line + statementLine - 1, false) : this;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
