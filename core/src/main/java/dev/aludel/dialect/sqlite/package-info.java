/** SQLite: so far the texts it keeps of its tables, read with a parser; imports {@code dialect.ansi}. */
@NullMarked
package dev.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
