/** The programs that run as processes of their own, and how they time themselves. Needs nothing of the other packages. */
@NullMarked
package dev.aludel.benchmarks.program;

import org.jspecify.annotations.NullMarked;
