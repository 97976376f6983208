/**
 * Two schemas come in, the operations that turn one into the other come out, in an order that works, with the way back.
 * Pure; imports {@code operation}, {@code schema} and {@code error}, and knows no dialect.
 */
@NullMarked
package dev.aludel.autogenerate;

import org.jspecify.annotations.NullMarked;
