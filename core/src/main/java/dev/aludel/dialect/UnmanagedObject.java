package dev.aludel.dialect;

/**
 * Something in a database that Aludel neither compares nor changes, so that it can say so.
 *
 * @param name its kind and its name, for people: {@code publication orders}
 * @param definition a text that is the same wherever the object is
 */
public record UnmanagedObject(String name, String definition) {}
