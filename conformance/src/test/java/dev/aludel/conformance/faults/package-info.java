/** What must hold when processes die in the middle of a run, and when many of them start at once. */
package dev.aludel.conformance.faults;
