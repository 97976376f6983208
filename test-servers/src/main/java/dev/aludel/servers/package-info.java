/**
 * Real servers for tests: the name of a product comes in, the URL of a running server goes out. Imports nothing of
 * Aludel.
 */
@NullMarked
package dev.aludel.servers;

import org.jspecify.annotations.NullMarked;
