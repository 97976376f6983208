package dev.aludel.schema;

import java.util.List;
import java.util.Optional;

/**
 * A rule that a table's rows obey. The name is empty where a model leaves it to others (an entity's unnamed unique
 * key); what a database reports and what a migration writes always has one. Column lists are in the constraint's order.
 */
public sealed interface Constraint {

    Optional<String> name();

    /** The same rule under a name. */
    Constraint withName(String newName);

    /** The columns that the rule speaks of, in order; empty for a check, whose text is not parsed. */
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

    record PrimaryKey(Optional<String> name, List<String> columns, Deferral deferral) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        /** A key that is checked at once. */
        public PrimaryKey(Optional<String> name, List<String> columns) {
            this(name, columns, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public PrimaryKey withName(String newName) {
            return new PrimaryKey(Optional.of(newName), columns, deferral);
        }

        public PrimaryKey withColumns(List<String> newColumns) {
            return new PrimaryKey(name, newColumns, deferral);
        }

        public PrimaryKey withDeferral(Deferral newDeferral) {
            return new PrimaryKey(name, columns, newDeferral);
        }

        @Override
        public String describe() {
            return "primary key " + label(name) + list(columns);
        }
    }

    record Unique(Optional<String> name, List<String> columns, boolean nullsNotDistinct, Deferral deferral)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        /** A key that is checked at once. */
        public Unique(Optional<String> name, List<String> columns, boolean nullsNotDistinct) {
            this(name, columns, nullsNotDistinct, Deferral.NOT_DEFERRABLE);
        }

        @Override
        public Unique withName(String newName) {
            return new Unique(Optional.of(newName), columns, nullsNotDistinct, deferral);
        }

        public Unique withColumns(List<String> newColumns) {
            return new Unique(name, newColumns, nullsNotDistinct, deferral);
        }

        public Unique withDeferral(Deferral newDeferral) {
            return new Unique(name, columns, nullsNotDistinct, newDeferral);
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

    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            TableName referencedTable,
            List<String> referencedColumns,
            Action onDelete,
            Action onUpdate,
            Match match,
            Deferral deferral)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
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
            return new ForeignKey(
                    Optional.of(newName),
                    columns,
                    referencedTable,
                    referencedColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferral);
        }

        public ForeignKey withColumns(List<String> newColumns) {
            return new ForeignKey(
                    name, newColumns, referencedTable, referencedColumns, onDelete, onUpdate, match, deferral);
        }

        public ForeignKey withReference(TableName newTable, List<String> newColumns) {
            return new ForeignKey(name, columns, newTable, newColumns, onDelete, onUpdate, match, deferral);
        }

        public ForeignKey withMatch(Match newMatch) {
            return new ForeignKey(
                    name, columns, referencedTable, referencedColumns, onDelete, onUpdate, newMatch, deferral);
        }

        public ForeignKey withDeferral(Deferral newDeferral) {
            return new ForeignKey(
                    name, columns, referencedTable, referencedColumns, onDelete, onUpdate, match, newDeferral);
        }

        @Override
        public String describe() {
            return "foreign key " + label(name) + list(columns) + " references " + referencedTable + " "
                    + list(referencedColumns);
        }
    }

    /** A condition in SQL, without the outer parentheses of {@code CHECK (…)}. */
    record Check(Optional<String> name, String expression) implements Constraint {
        @Override
        public Check withName(String newName) {
            return new Check(Optional.of(newName), expression);
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

    private static String label(Optional<String> name) {
        return name.map(text -> text + " ").orElse("");
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
