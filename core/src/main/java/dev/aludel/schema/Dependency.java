package dev.aludel.schema;

import java.util.Optional;

/**
 * Says that one thing of a database cannot be without another, which must come before it and go after it.
 *
 * @param column of the table, view or sequence that is needed; empty where the whole is
 */
public record Dependency(ObjectName dependent, ObjectName needed, Optional<String> column) {}
