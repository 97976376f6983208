/**
 * Maven's goals: parameters come in, the words of a command line go to {@code cli}, and what it says becomes Maven's log and
 * Maven's failure. Holds no logic of its own; imports {@code cli} and Maven.
 */
@NullMarked
package dev.aludel.maven;

import org.jspecify.annotations.NullMarked;
