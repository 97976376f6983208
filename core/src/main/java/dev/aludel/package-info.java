/**
 * The facade for embedding: a package name and a data source come in, plans that were run go out. Imports {@code command}
 * and the records that its results are made of; nothing imports this package.
 */
@NullMarked
package dev.aludel;

import org.jspecify.annotations.NullMarked;
