package dev.aludel.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the model what the database knew a thing as, so that autogenerate writes a rename and not a drop and an add: on an
 * entity or a collection with a table of its own the table's former name, on another attribute its column's, on a
 * constant of an enum that is a type of the database its value's.
 *
 * <p>Counts only where the database still has the former name and the model does not, and has not the present one. So it
 * does no harm afterwards, and may stay until every database is past the rename.
 */
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /** The former names as the database has them, the latest first; without a schema, which is that of the present name. */
    String[] value();
}
