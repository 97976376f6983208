package dev.aludel.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the wished-for schema comes from: entities, most of all. One of the four places that do I/O. */
public interface ModelSource {

    /**
     * Loads the model as the schema it wants. Constraints that the model leaves unnamed have no name.
     *
     * @throws dev.aludel.error.AludelException when the model cannot be read, saying which class and why
     */
    Schema load();

    /**
     * The tables among those that {@link #load} gave last which stand in for sequences, where the database has none or the
     * model asks for it.
     */
    default List<Counter> counters() {
        return List.of();
    }

    /**
     * A table that counts: without its one row the application cannot start to.
     *
     * @param first the number in that row before anything is counted
     */
    record Counter(TableName table, String column, long first) {}

    /**
     * Tables beside those that {@link #load} gave last which the model's framework creates for its own work, where the database
     * offers nothing better; it may have created them or not, and nobody else touches them. In either case of letters.
     */
    default Set<TableName> workTables() {
        return Set.of();
    }

    /** The names that parts of what {@link #load} gave last had before, as far as the model remembers them; the latest first. */
    default List<FormerName> formerNames() {
        return List.of();
    }

    /**
     * A name that a table had, a column of a table, or a value of an enum type.
     *
     * @param owner the table or the type, as the model calls it now
     * @param part the column or the value, as the model calls it now; empty where the table itself is meant
     */
    record FormerName(TableName owner, Optional<String> part, String former) {}

    /** Finds model sources on a class path that is only known at run time; registered as a service. */
    interface Provider {

        /** A source for this project; it must not load anything before {@link ModelSource#load()}. */
        ModelSource create(Request request);
    }

    /**
     * What a provider needs to know.
     *
     * @param classLoader sees the project's classes and its libraries
     * @param classRoots directories or jars whose classes are searched for entities, in order
     * @param settings the application's own settings, flat ({@code spring.jpa.…}, {@code hibernate.…}), placeholders resolved
     * @param databaseProduct the product name as JDBC metadata reports it, for example {@code PostgreSQL}
     * @param majorVersion of the live database
     * @param minorVersion of the live database
     */
    record Request(
            ClassLoader classLoader,
            List<String> classRoots,
            Map<String, String> settings,
            String databaseProduct,
            int majorVersion,
            int minorVersion) {
        public Request {
            classRoots = List.copyOf(classRoots);
            settings = Map.copyOf(settings);
        }
    }
}
