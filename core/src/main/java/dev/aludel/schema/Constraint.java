package dev.aludel.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that a table's rows obey. The name is empty where a model leaves it to others (an entity's unnamed unique
 * key); what a database reports and what a migration writes always has one. Column lists are in the constraint's order.
 */
public sealed interface Constraint {

    /** The qualifier of a check or foreign key that holds for new rows only, until it is validated. */
    String NOT_VALID = "NOT VALID";

    /** The qualifier of a key whose last column holds ranges, which must not overlap. */
    String WITHOUT_OVERLAPS = "WITHOUT OVERLAPS";

    /** The qualifier of a foreign key whose last column holds ranges, which the referenced ones must cover. */
    String PERIOD = "PERIOD";

    Optional<String> name();

    /** Words that only this database has, sorted. */
    default Set<String> qualifiers() {
        return Set.of();
    }

    /** The same rule under a name. */
    Constraint withName(String newName);

    /** The columns that the rule speaks of, in order; empty where they stand in SQL, which is not parsed. */
    List<String> columns();

    /** {@code unique uk_author_email (email)}. */
    String describe();

    /** When the rule is checked; all but the first let a transaction put it off. */
    enum Deferral {
        NOT_DEFERRABLE,
        /** After each statement, unless the transaction says otherwise. */
        INITIALLY_IMMEDIATE,
        /** At the end of the transaction, unless it says otherwise. */
        INITIALLY_DEFERRED
    }

    /** {@code qualifiers} are words that only this database has: {@code INCLUDE (…)}, {@code WITHOUT OVERLAPS}. */
    record PrimaryKey(Optional<String> name, List<String> columns, Deferral deferral, Set<String> qualifiers)
            implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            qualifiers = sorted(qualifiers);
        }

        /** A key that says nothing that only one database has. */
        public PrimaryKey(Optional<String> name, List<String> columns, Deferral deferral) {
            this(name, columns, deferral, Set.of());
        }

        /** A key that is checked at once. */
        public PrimaryKey(Optional<String> name, List<String> columns) {
            this(name, columns, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public PrimaryKey withName(String newName) {
            return new PrimaryKey(Optional.of(newName), columns, deferral, qualifiers);
        }

        public PrimaryKey withColumns(List<String> newColumns) {
            return new PrimaryKey(name, newColumns, deferral, qualifiers);
        }

        public PrimaryKey withDeferral(Deferral newDeferral) {
            return new PrimaryKey(name, columns, newDeferral, qualifiers);
        }

        @Override
        public String describe() {
            return "primary key " + label(name) + list(columns);
        }
    }

    /** {@code qualifiers} are words that only this database has: {@code INCLUDE (…)}, {@code WITHOUT OVERLAPS}. */
    record Unique(
            Optional<String> name,
            List<String> columns,
            boolean nullsNotDistinct,
            Deferral deferral,
            Set<String> qualifiers)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            qualifiers = sorted(qualifiers);
        }

        /** A key that says nothing that only one database has. */
        public Unique(Optional<String> name, List<String> columns, boolean nullsNotDistinct, Deferral deferral) {
            this(name, columns, nullsNotDistinct, deferral, Set.of());
        }

        /** A key that is checked at once. */
        public Unique(Optional<String> name, List<String> columns, boolean nullsNotDistinct) {
            this(name, columns, nullsNotDistinct, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique withName(String newName) {
            return new Unique(Optional.of(newName), columns, nullsNotDistinct, deferral, qualifiers);
        }

        public Unique withColumns(List<String> newColumns) {
            return new Unique(name, newColumns, nullsNotDistinct, deferral, qualifiers);
        }

        public Unique withDeferral(Deferral newDeferral) {
            return new Unique(name, columns, nullsNotDistinct, newDeferral, qualifiers);
        }

        @Override
        public String describe() {
            return "unique " + label(name) + list(columns);
        }
    }

    /** What happens to referencing rows when the referenced row goes or changes. */
    enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /** What a foreign key of several columns says of rows where some of them are null. */
    enum Match {
        /** They refer to nothing and are accepted. */
        SIMPLE,
        /** They are refused: all columns are null or none. */
        FULL
    }

    /** {@code qualifiers} are words that only this database has, behind the rest: {@code NOT VALID}. */
    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            TableName referencedTable,
            List<String> referencedColumns,
            Action onDelete,
            Action onUpdate,
            Match match,
            Deferral deferral,
            Set<String> qualifiers)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            qualifiers = sorted(qualifiers);
        }

        /** A key that says nothing that only one database has. */
        public ForeignKey(
                Optional<String> name,
                List<String> columns,
                TableName referencedTable,
                List<String> referencedColumns,
                Action onDelete,
                Action onUpdate,
                Match match,
                Deferral deferral) {
            this(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, match, deferral, Set.of());
        }

        /** A key that matches simply and is checked at once. */
        public ForeignKey(
                Optional<String> name,
                List<String> columns,
                TableName referencedTable,
                List<String> referencedColumns,
                Action onDelete,
                Action onUpdate) {
            this(
                    name,
                    columns,
                    referencedTable,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    Match.SIMPLE,
                    Deferral.NOT_DEFERRABLE);
        }

        @Override
        public ForeignKey withName(String newName) {
            return copy(Optional.of(newName), columns, referencedTable, referencedColumns, match, deferral, qualifiers);
        }

        public ForeignKey withColumns(List<String> newColumns) {
            return copy(name, newColumns, referencedTable, referencedColumns, match, deferral, qualifiers);
        }

        public ForeignKey withReference(TableName newTable, List<String> newColumns) {
            return copy(name, columns, newTable, newColumns, match, deferral, qualifiers);
        }

        public ForeignKey withMatch(Match newMatch) {
            return copy(name, columns, referencedTable, referencedColumns, newMatch, deferral, qualifiers);
        }

        public ForeignKey withDeferral(Deferral newDeferral) {
            return copy(name, columns, referencedTable, referencedColumns, match, newDeferral, qualifiers);
        }

        public ForeignKey withQualifiers(Set<String> newQualifiers) {
            return copy(name, columns, referencedTable, referencedColumns, match, deferral, newQualifiers);
        }

        private ForeignKey copy(
                Optional<String> newName,
                List<String> newColumns,
                TableName newTable,
                List<String> newReferenced,
                Match newMatch,
                Deferral newDeferral,
                Set<String> newQualifiers) {
            return new ForeignKey(
                    newName,
                    newColumns,
                    newTable,
                    newReferenced,
                    onDelete,
                    onUpdate,
                    newMatch,
                    newDeferral,
                    newQualifiers);
        }

        @Override
        public String describe() {
            return "foreign key " + label(name) + list(columns) + " references " + referencedTable + " "
                    + list(referencedColumns);
        }
    }

    /**
     * A condition in SQL, without the outer parentheses of {@code CHECK (…)}; {@code qualifiers} are words that only this
     * database has, behind it: {@code NO INHERIT}.
     */
    record Check(Optional<String> name, String expression, Set<String> qualifiers) implements Constraint {
        public Check {
            qualifiers = sorted(qualifiers);
        }

        /** A condition that says nothing that only one database has. */
        public Check(Optional<String> name, String expression) {
            this(name, expression, Set.of());
        }

        @Override
        public Check withName(String newName) {
            return new Check(Optional.of(newName), expression, qualifiers);
        }

        public Check withExpression(String newExpression) {
            return new Check(name, newExpression, qualifiers);
        }

        public Check withQualifiers(Set<String> newQualifiers) {
            return new Check(name, expression, newQualifiers);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public String describe() {
            return "check " + label(name) + "(" + expression + ")";
        }
    }

    /**
     * No two rows agree in all elements.
     *
     * @param elements a column or SQL expression with its operator each, for example {@code during WITH &&}; at least one
     * @param method the index behind it; empty for the database's default
     * @param where an SQL condition on the rows that it speaks of
     */
    record Exclusion(
            Optional<String> name,
            List<String> elements,
            Optional<String> method,
            Optional<String> where,
            Deferral deferral)
            implements Constraint {
        public Exclusion {
            elements = List.copyOf(elements);
        }

        @Override
        public Exclusion withName(String newName) {
            return new Exclusion(Optional.of(newName), elements, method, where, deferral);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public String describe() {
            return "exclusion " + label(name) + "(" + String.join(", ", elements) + ")";
        }
    }

    private static Set<String> sorted(Set<String> words) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    private static String label(Optional<String> name) {
        return name.map(text -> text + " ").orElse("");
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
