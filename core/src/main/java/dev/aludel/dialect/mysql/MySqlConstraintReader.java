package dev.aludel.dialect.mysql;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes foreign keys and checks of what the catalogue says of them. */
final class MySqlConstraintReader {
    private MySqlConstraintReader() {}

    /** One column of a foreign key, in the key's order. */
    record Reference(
            String name,
            String column,
            TableName referencedTable,
            String referencedColumn,
            Constraint.Action onDelete,
            Constraint.Action onUpdate) {}

    static Reference reference(ResultSet row, BiFunction<String, String, TableName> names) throws SQLException {
        return new Reference(
                row.getString("constraint_name"),
                row.getString("column_name"),
                names.apply(row.getString("referenced_table_schema"), row.getString("referenced_table_name")),
                row.getString("referenced_column_name"),
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")));
    }

    /** {@code RESTRICT} and {@code NO ACTION} are the same to these servers, which check at once. */
    private static Constraint.Action action(String rule) {
        return switch (rule) {
            case "CASCADE" -> Constraint.Action.CASCADE;
            case "SET NULL" -> Constraint.Action.SET_NULL;
            case "SET DEFAULT" -> Constraint.Action.SET_DEFAULT;
            default -> Constraint.Action.NO_ACTION;
        };
    }

    static List<Constraint> foreignKeys(List<Reference> references) {
        Map<String, List<Reference>> byName = new LinkedHashMap<>();
        references.forEach(reference -> byName.computeIfAbsent(reference.name(), name -> new ArrayList<>())
                .add(reference));
        return byName.values().stream().map(MySqlConstraintReader::foreignKey).toList();
    }

    private static Constraint foreignKey(List<Reference> columns) {
        Reference first = columns.get(0);
        return new Constraint.ForeignKey(
                Optional.of(first.name()),
                columns.stream().map(Reference::column).toList(),
                first.referencedTable(),
                columns.stream().map(Reference::referencedColumn).toList(),
                first.onDelete(),
                first.onUpdate());
    }

    /** A check; MariaDB has some that belong to one column, and have its name. */
    record Condition(String name, boolean ofColumn, String sql, boolean enforced) {}

    static Condition condition(ResultSet row, Product product) throws SQLException {
        return new Condition(
                row.getString("constraint_name"),
                row.getString("level").equalsIgnoreCase("Column"),
                MySqlColumnReader.unescaped(row.getString("check_clause"), product),
                row.getString("enforced").equals("YES"));
    }

    static List<Constraint> checks(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> !condition.ofColumn())
                .map(MySqlConstraintReader::check)
                .toList();
    }

    private static Constraint check(Condition condition) {
        return new Constraint.Check(
                Optional.of(condition.name()),
                condition.sql(),
                condition.enforced() ? Set.of() : Set.of("NOT ENFORCED"));
    }
}
