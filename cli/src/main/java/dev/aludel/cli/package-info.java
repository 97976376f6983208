/**
 * The command line: arguments come in, text or JSON and an exit code go out. Holds no migration logic; imports
 * {@code command} and what its records are made of, {@code config}, and {@code cli.project}.
 */
@NullMarked
package dev.aludel.cli;

import org.jspecify.annotations.NullMarked;
