/**
 * The migrations guide, command by command, against a real PostgreSQL. Comes in: a fresh bookstore; goes out: proof, from
 * the database's own catalogue, that each command does what the guide promises.
 */
package dev.aludel.conformance.guide;
