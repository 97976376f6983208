/**
 * PostgreSQL 14 to 18. Operations and connections come in, statements and schemas go out; imports {@code dialect},
 * {@code dialect.ansi}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
