package dev.aludel.cli;

import java.io.PrintStream;

/**
 * Where a command writes to.
 *
 * @param out results: text for people or one JSON document
 * @param err messages, errors and progress
 * @param interactive true when a person watches, so that progress and colour make sense
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {}
