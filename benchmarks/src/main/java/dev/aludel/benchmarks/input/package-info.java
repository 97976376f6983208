/** Makes what all contenders work on, each in its own form: migrations and large schemas. The same number gives the same input. */
@NullMarked
package dev.aludel.benchmarks.input;

import org.jspecify.annotations.NullMarked;
