/**
 * MySQL 8, and what MariaDB shares with it. Operations and connections come in, statements and schemas go out; imports
 * {@code dialect}, {@code dialect.ansi}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.dialect.mysql;

import org.jspecify.annotations.NullMarked;
