/**
 * What one database speaks: operations come in and SQL goes out, a live database comes in and a schema goes out.
 * Imports {@code operation}, {@code schema} and {@code error}; shared code never asks which dialect it holds.
 */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
