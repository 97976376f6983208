/**
 * The nouns: immutable records that say what a database looks like, whoever said it (entities, a database, a fold of
 * migrations). Nothing comes in, everything else speaks these records; imports only {@code error}.
 */
@NullMarked
package dev.aludel.schema;

import org.jspecify.annotations.NullMarked;
