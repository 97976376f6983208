/**
 * What Aludel needs of a database, as one interface. Operations come in and statements go out; a connection comes in and a
 * schema goes out. Imports {@code operation}, {@code schema} and {@code error}; a {@code dialect.<db>} imports this package
 * and {@code dialect.ansi}, and registers itself as a service.
 */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
