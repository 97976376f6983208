/**
 * Every message that the command line has for wrong input, held to golden texts. Comes in: a project in a temporary
 * directory and a real PostgreSQL database; imports the command line alone, as a user does.
 */
package dev.aludel.conformance.messages;
