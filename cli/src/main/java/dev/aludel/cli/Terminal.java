package dev.aludel.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads from and writes to.
 *
 * @param in what a script hands over, for {@code --password-stdin}
 * @param out results: text for people or one JSON document
 * @param err messages, errors and progress
 * @param interactive true when a person watches, so that progress and colour make sense
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {}
