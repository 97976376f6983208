/**
 * What a user writes: {@link dev.aludel.migration.Migration} and the words it is written in. Calls come in, a recorded
 * list of operations with their places in the file goes out; imports {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.migration;

import org.jspecify.annotations.NullMarked;
