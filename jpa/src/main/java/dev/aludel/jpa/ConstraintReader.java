package dev.aludel.jpa;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;

/**
 * Reads the constraints of one of Hibernate's tables. What says the same twice (a unique column that is also a unique
 * key, say) counts once, under its name if one of the two has one; names that Hibernate made up are left out.
 */
final class ConstraintReader {
    private final Names names;
    private final Dialect dialect;
    private final AggregateChecks aggregateChecks;

    ConstraintReader(Names names, Dialect dialect) {
        this.names = names;
        this.dialect = dialect;
        this.aggregateChecks = new AggregateChecks(dialect);
    }

    TableName name(Table table) {
        return names.of(table);
    }

    /** What a column says for the table: that it is unique, and its checks. */
    List<Constraint> ofColumn(Column column, ColumnDefinition definition) {
        List<Constraint> constraints = new ArrayList<>();
        if (column.isUnique() || definition.unique()) {
            constraints.add(new Constraint.Unique(Optional.empty(), List.of(names.of(column)), false));
        }
        if (dialect.supportsColumnCheck()) {
            constraints.addAll(checks(column.getCheckConstraints()));
        }
        definition.checks().forEach(text -> constraints.add(new Constraint.Check(Optional.empty(), text)));
        if (column instanceof AggregateColumn document) {
            aggregateChecks
                    .find(document)
                    .ifPresent(text -> constraints.add(new Constraint.Check(Optional.empty(), text)));
        }
        return constraints;
    }

    /** Primary key, unique keys, foreign keys and checks of a table, those of its columns among them. */
    List<Constraint> read(Table table, List<Constraint> ofColumns) {
        Stream<Constraint> primaryKey = Stream.ofNullable(table.getPrimaryKey())
                .filter(key -> key.getColumnSpan() > 0)
                .map(key -> new Constraint.PrimaryKey(Optional.empty(), columns(key.getColumns())));
        Stream<Constraint> uniqueKeys = table.getUniqueKeys().values().stream()
                .filter(key -> !isPrimaryKey(table, key.getColumns()))
                .map(key -> new Constraint.Unique(names.given(key.getName()), columns(key.getColumns()), false));
        Stream<Constraint> foreignKeys = table.getForeignKeys().values().stream()
                .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
                .map(this::foreignKey);
        Stream<Constraint> checks = table.getChecks().stream()
                .filter(check -> dialect.supportsTableCheck())
                .map(this::check);
        Stream<Constraint> columns =
                ofColumns.stream().filter(constraint -> !isUniqueKeyOfPrimaryKey(table, constraint));
        return distinct(
                Stream.of(primaryKey, uniqueKeys, columns, foreignKeys, checks).flatMap(all -> all));
    }

    private boolean isUniqueKeyOfPrimaryKey(Table table, Constraint constraint) {
        return constraint instanceof Constraint.Unique
                && table.getPrimaryKey() != null
                && columns(table.getPrimaryKey().getColumns()).equals(constraint.columns());
    }

    private static boolean isPrimaryKey(Table table, List<Column> columns) {
        PrimaryKey key = table.getPrimaryKey();
        return key != null && key.getColumns().equals(columns);
    }

    private Constraint foreignKey(ForeignKey key) {
        Table referenced = key.getReferencedTable();
        List<Column> referencedColumns =
                key.isReferenceToPrimaryKey() ? referenced.getPrimaryKey().getColumns() : key.getReferencedColumns();
        OnDeleteAction onDelete = key.getOnDeleteAction();
        return new Constraint.ForeignKey(
                names.given(key.getName()),
                columns(key.getColumns()),
                name(referenced),
                columns(referencedColumns),
                onDelete == null ? Constraint.Action.NO_ACTION : Constraint.Action.valueOf(onDelete.name()),
                Constraint.Action.NO_ACTION);
    }

    /**
     * Several unnamed checks of a column are one, as in Hibernate's DDL. Bean Validation gives them in an order that
     * differs from run to run; this one is stable, and puts a lower bound before an upper one.
     */
    private List<Constraint> checks(List<CheckConstraint> checks) {
        List<CheckConstraint> unnamed =
                checks.stream().filter(CheckConstraint::isAnonymous).toList();
        if (unnamed.size() < 2) {
            return checks.stream().map(this::check).toList();
        }
        String all = unnamed.stream()
                .map(check -> "(" + check.getConstraint() + ")")
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining(" and "));
        return Stream.concat(
                        checks.stream().filter(CheckConstraint::isNamed).map(this::check),
                        Stream.of(new Constraint.Check(Optional.empty(), all)))
                .toList();
    }

    private Constraint check(CheckConstraint check) {
        return new Constraint.Check(names.given(check.getName()), check.getConstraint());
    }

    private List<String> columns(Collection<Column> columns) {
        return columns.stream().map(names::of).toList();
    }

    private static List<Constraint> distinct(Stream<Constraint> constraints) {
        Map<String, Constraint> byContent = new LinkedHashMap<>();
        constraints.forEach(constraint -> byContent.merge(
                content(constraint), constraint, (first, second) -> first.name().isPresent() ? first : second));
        return List.copyOf(byContent.values());
    }

    /** What the constraint says, without its name. */
    private static String content(Constraint constraint) {
        return constraint.withName("").describe();
    }
}
