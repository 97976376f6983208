/**
 * What the command line learns from the project that it stands in: settings, class path, driver, entities. Directories and
 * variables come in; imports {@code config}, {@code error} and {@code schema}.
 */
@NullMarked
package dev.aludel.cli.project;

import org.jspecify.annotations.NullMarked;
