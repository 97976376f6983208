/**
 * The revision graph: revisions as declared in files come in, together with the heads of a database; plans, ancestors and
 * names that people may use for a revision go out. Pure, so no I/O, clock or random; imports only {@code error}.
 */
@NullMarked
package dev.aludel.revision;

import org.jspecify.annotations.NullMarked;
