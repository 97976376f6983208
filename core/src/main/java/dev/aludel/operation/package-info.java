/**
 * The verbs: immutable records that say what a migration does to a schema, each able to describe, fold and where
 * possible reverse itself. Nouns come in, verbs go out to dialects, renderers and lint; imports {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.operation;

import org.jspecify.annotations.NullMarked;
