/**
 * One class a user command. An {@link dev.aludel.command.Environment} and the user's words come in; records that say what
 * was done or found go out, for any face of Aludel to print. May import every other package of core but the root.
 */
@NullMarked
package dev.aludel.command;

import org.jspecify.annotations.NullMarked;
