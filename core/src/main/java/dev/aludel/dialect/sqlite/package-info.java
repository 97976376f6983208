/**
 * SQLite 3.37 and later, in a file or in memory. Operations and connections come in, statements and schemas go out; imports
 * {@code dialect}, {@code dialect.ansi}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
