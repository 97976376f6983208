/** Changes of a large table that its readers and writers do not notice. */
package dev.aludel.conformance.faults.traffic;
