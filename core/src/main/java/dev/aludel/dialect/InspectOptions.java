package dev.aludel.dialect;

import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Set;

/**
 * Says what an inspection reads.
 *
 * @param schemas names of the schemas; empty: only the connection's current one
 * @param excluded tables and sequences to leave out, by the names that the inspection reports
 */
public record InspectOptions(List<String> schemas, Set<TableName> excluded) {
    public InspectOptions {
        schemas = List.copyOf(schemas);
        excluded = Set.copyOf(excluded);
    }

    /** Everything in the connection's current schema. */
    public static InspectOptions currentSchema() {
        return new InspectOptions(List.of(), Set.of());
    }

    /** Everything in the schemas that are named. */
    public static InspectOptions of(List<String> schemas) {
        return new InspectOptions(schemas, Set.of());
    }
}
