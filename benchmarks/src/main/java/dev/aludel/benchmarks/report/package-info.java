/** Readings to medians of ratios, to a page and plots. */
@NullMarked
package dev.aludel.benchmarks.report;

import org.jspecify.annotations.NullMarked;
