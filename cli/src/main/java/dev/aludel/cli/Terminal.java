package dev.aludel.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads from and writes to.
 *
 * @param in what a script hands over, for {@code --password-stdin}, or what a person answers
 * @param out results: text for people or one JSON document
 * @param err messages and progress
 * @param warnings messages that must not be missed
 * @param failures the text of what ended the command
 * @param interactive true when a person watches, so that progress and colour make sense
 * @param answering true when that person can be asked
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        PrintStream warnings,
        PrintStream failures,
        boolean interactive,
        boolean answering) {

    /** A process: warnings and failures go where its messages go. */
    public Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, boolean answering) {
        this(in, out, err, err, err, interactive, answering);
    }
}
