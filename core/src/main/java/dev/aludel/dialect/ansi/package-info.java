/**
 * Parts that the dialects share: SQL text comes in and tokens go out, constraints come in and the clauses of standard SQL
 * go out. Imports {@code dialect}, {@code operation}, {@code schema} and {@code error}.
 */
@NullMarked
package dev.aludel.dialect.ansi;

import org.jspecify.annotations.NullMarked;
