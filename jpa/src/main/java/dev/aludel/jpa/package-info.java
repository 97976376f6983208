/**
 * Hibernate's own boot metadata as a {@link dev.aludel.schema.Schema}: class files and the application's settings come in,
 * the schema that the entities want goes out, and no database is asked. Imports core's {@code schema}, {@code dialect} and {@code error}, and Hibernate.
 */
@NullMarked
package dev.aludel.jpa;

import org.jspecify.annotations.NullMarked;
