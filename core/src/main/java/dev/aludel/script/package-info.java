/**
 * Revisions on disk and on the class path. Files come in; their headers, read without compiling, and on demand the
 * operations that they record go out. Imports {@code migration}, {@code operation}, {@code revision} and {@code error}.
 */
@NullMarked
package dev.aludel.script;

import org.jspecify.annotations.NullMarked;
