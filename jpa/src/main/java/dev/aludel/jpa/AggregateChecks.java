package dev.aludel.jpa;

import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/**
 * Lets Hibernate say what it checks of an embeddable that is one column, a JSON document say: that attributes which must
 * not be null are there, and the attributes' own checks. It says so nowhere but in its DDL.
 */
final class AggregateChecks extends StandardTableExporter {
    private static final String BEFORE = ", check (";

    AggregateChecks(Dialect dialect) {
        super(dialect);
    }

    /** The condition; empty when nothing is checked or this database's dialect checks no documents. */
    Optional<String> find(AggregateColumn column) {
        Table alone = new Table("aludel");
        alone.addColumn(column.clone());
        StringBuilder ddl = new StringBuilder();
        applyTableCheck(alone, ddl);
        return ddl.isEmpty() ? Optional.empty() : Optional.of(ddl.substring(BEFORE.length(), ddl.length() - 1));
    }
}
