/**
 * The reference pages against the code. Comes in: a page of docs/reference; goes out: proof that what it shows is what
 * happens.
 */
package dev.aludel.conformance.reference;
