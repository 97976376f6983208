/**
 * H2 2.3 and 2.4, in memory, in a file or as a server. Operations and connections come in, statements and schemas go out;
 * imports {@code dialect}, {@code dialect.ansi}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.dialect.h2;

import org.jspecify.annotations.NullMarked;
