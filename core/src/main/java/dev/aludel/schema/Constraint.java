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

    record PrimaryKey(Optional<String> name, List<String> columns) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey withName(String newName) {
            return new PrimaryKey(Optional.of(newName), columns);
        }

        @Override
        public String describe() {
            return "primary key " + label(name) + list(columns);
        }
    }

    record Unique(Optional<String> name, List<String> columns, boolean nullsNotDistinct) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public Unique withName(String newName) {
            return new Unique(Optional.of(newName), columns, nullsNotDistinct);
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

    record ForeignKey(
            Optional<String> name,
            List<String> columns,
            TableName referencedTable,
            List<String> referencedColumns,
            Action onDelete,
            Action onUpdate)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }

        @Override
        public ForeignKey withName(String newName) {
            return new ForeignKey(
                    Optional.of(newName), columns, referencedTable, referencedColumns, onDelete, onUpdate);
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
