package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says the names of a model as the live database does: SQLite takes {@code Author} and {@code author} for the same. All else
 * that a model says SQLite keeps as it is said, so that there is nothing to ask it. Entities want their rows numbered and
 * have no word for how: a row's number does that without AUTOINCREMENT, too, as Hibernate creates it.
 */
final class ModelSpelling {
    private final Map<String, Table> live = new HashMap<>();

    private ModelSpelling(Schema live) {
        live.tables().forEach(table -> this.live.put(key(table.name()), table));
    }

    static ModelSpelling of(Schema live) {
        return new ModelSpelling(live);
    }

    Schema respelled(Schema model) {
        List<Table> tables = model.tables().stream().map(this::named).toList();
        return model.withTables(ReferenceSpelling.of(tables).tables());
    }

    private static String key(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private Table named(Table table) {
        return Optional.ofNullable(live.get(key(table.name())))
                .map(found -> like(table, found))
                .orElse(table);
    }

    private static Table like(Table table, Table found) {
        return table.withName(found.name())
                .withColumns(table.columns().stream()
                        .map(column -> like(column, found))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> named(likeLive(constraint, found), found))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.name()
                                .flatMap(name -> found.indexes().stream()
                                        .flatMap(other -> other.name().stream())
                                        .filter(name::equalsIgnoreCase)
                                        .findFirst())
                                .map(index::withName)
                                .orElse(index))
                        .toList());
    }

    private static Column like(Column column, Table found) {
        Optional<Column> other = found.columns().stream()
                .filter(each -> each.name().equalsIgnoreCase(column.name()))
                .findFirst();
        boolean numbered = other.filter(each -> each.identity().isEmpty())
                .map(Column::name)
                .equals(TableDefinition.rowNumber(found));
        Column same = numbered && other.isPresent() ? column.withIdentity(Optional.empty()) : column;
        return other.map(each -> same.withName(each.name())).orElse(same);
    }

    private static Constraint likeLive(Constraint constraint, Table found) {
        if (!(constraint instanceof Constraint.Check check)) {
            return constraint;
        }
        Set<String> terms = SqliteExpressions.terms(check.expression());
        return found.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(other -> ((Constraint.Check) other).expression())
                .filter(other -> SqliteExpressions.terms(other).equals(terms))
                .findFirst()
                .map(check::withExpression)
                .orElse(check);
    }

    private static Constraint named(Constraint constraint, Table found) {
        return constraint
                .name()
                .flatMap(name -> found.constraints().stream()
                        .flatMap(other -> other.name().stream())
                        .filter(name::equalsIgnoreCase)
                        .findFirst())
                .map(constraint::withName)
                .orElse(constraint);
    }
}
