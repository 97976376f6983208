/** Runs Aludel and its peers in turn and writes down how they compare. In: what was built; out: a page and its plots. */
@NullMarked
package dev.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
