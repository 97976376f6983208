/**
 * Runs plans: statements and history go out to the database, one transaction a migration, or to a script that does the
 * same later. Plans and recordings come in; imports {@code script}, {@code migration}, {@code revision}, {@code dialect}, {@code operation}, {@code schema}, {@code error}.
 */
@NullMarked
package dev.aludel.runtime;

import org.jspecify.annotations.NullMarked;
