/**
 * Every option, defined once. The text of a configuration comes in, typed values go out, or all its problems at once.
 * Imports only {@code error}.
 */
@NullMarked
package dev.aludel.config;

import org.jspecify.annotations.NullMarked;
