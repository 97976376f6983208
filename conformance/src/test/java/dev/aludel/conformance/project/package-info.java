/**
 * A real Maven project in a temporary directory, with a real database of its own, that tests call the command line in.
 * Comes in: the sources of the example bookstore; goes out: what commands print and what the database then holds.
 */
package dev.aludel.conformance.project;
