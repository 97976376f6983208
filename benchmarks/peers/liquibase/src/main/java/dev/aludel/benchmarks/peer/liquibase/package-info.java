/** Liquibase as a program; the arguments are a JDBC URL, a folder and how often to run. */
@NullMarked
package dev.aludel.benchmarks.peer.liquibase;

import org.jspecify.annotations.NullMarked;
