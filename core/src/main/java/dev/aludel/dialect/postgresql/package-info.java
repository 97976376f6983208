/**
 * PostgreSQL 14 and newer: rendering, splitting, inspecting, comparing, locking. Imports {@code dialect},
 * {@code dialect.ansi} and what these may import, never another database.
 */
@NullMarked
package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
