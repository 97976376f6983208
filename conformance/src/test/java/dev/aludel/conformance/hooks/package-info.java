/** What a project hooks into Aludel: its own classes, named in the configuration. */
package dev.aludel.conformance.hooks;
