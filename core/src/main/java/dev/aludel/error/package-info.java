/**
 * The leaf that every package may import: one exception type and the list of everything that can go wrong. Comes in: the
 * facts of a failure; goes out: a message that says what, where, in which state, and what to do. Imports nothing.
 */
@NullMarked
package dev.aludel.error;

import org.jspecify.annotations.NullMarked;
