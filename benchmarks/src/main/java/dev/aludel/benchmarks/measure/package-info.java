/** Starts processes and counts what they send to the database. Knows no tool. */
@NullMarked
package dev.aludel.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
