/**
 * Clauses that databases spell alike: columns, keys and constraints as text. Nouns come in, SQL text goes out; imports
 * {@code dialect} and what that may import.
 */
@NullMarked
package dev.aludel.dialect.ansi;

import org.jspecify.annotations.NullMarked;
