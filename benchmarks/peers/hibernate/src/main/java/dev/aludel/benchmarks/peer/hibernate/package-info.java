/** Hibernate as a program: what it takes to read a model, without a tool that does something with it. */
@NullMarked
package dev.aludel.benchmarks.peer.hibernate;

import org.jspecify.annotations.NullMarked;
