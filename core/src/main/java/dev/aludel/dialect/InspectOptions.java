package dev.aludel.dialect;

import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Set;

/**
 * Which part of a database is inspected.
 *
 * @param schemas by name; empty: the connection's current schema alone
 * @param excluded tables and sequences to leave out
 */
public record InspectOptions(List<String> schemas, Set<TableName> excluded) {
    public InspectOptions {
        schemas = List.copyOf(schemas);
        excluded = Set.copyOf(excluded);
    }

    /** The whole current schema. */
    public static InspectOptions currentSchema() {
        return new InspectOptions(List.of(), Set.of());
    }
}
