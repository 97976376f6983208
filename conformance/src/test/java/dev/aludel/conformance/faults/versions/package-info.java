/** The migrations that runs die in. */
package dev.aludel.conformance.faults.versions;
