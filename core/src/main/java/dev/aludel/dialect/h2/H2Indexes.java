package dev.aludel.dialect.h2;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.IndexBuild;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what creates and drops indexes. */
final class H2Indexes {
    private static final Set<String> METHODS = Set.of("hash", "spatial", "btree");

    private H2Indexes() {}

    static SqlStatement create(TableName table, Index index, IndexBuild build) {
        refuseWhatIsMissing(index, build);
        String sql = "CREATE " + uniqueness(index) + method(index) + "INDEX "
                + (build.ifNotExists() ? "IF NOT EXISTS " : "")
                + index.name()
                        .map(name -> H2Renderer.CLAUSES.table(table.withName(name)) + " ")
                        .orElse("")
                + "ON " + H2Renderer.CLAUSES.table(table) + comment(index)
                + index.parts().stream().map(H2Indexes::part).collect(Collectors.joining(", ", " (", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE " + H2Renderer.CLAUSES.list(index.include()));
        return H2Renderer.change(sql);
    }

    private static String uniqueness(Index index) {
        if (!index.unique()) {
            return "";
        }
        return index.nullsNotDistinct()
                ? "UNIQUE NULLS NOT DISTINCT "
                : index.options().containsKey("NULLS ALL DISTINCT") ? "UNIQUE NULLS ALL DISTINCT " : "UNIQUE ";
    }

    private static String method(Index index) {
        return index.method()
                .filter(name -> !name.equals("btree"))
                .map(name -> name.toUpperCase(Locale.ROOT) + " ")
                .orElse("");
    }

    private static String comment(Index index) {
        return Optional.ofNullable(index.options().get("COMMENT"))
                .map(text -> " COMMENT " + H2Identifiers.literal(text))
                .orElse("");
    }

    private static String part(Index.Part part) {
        return H2Identifiers.quote(part.text())
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(nulls -> " NULLS " + nulls.name()).orElse("");
    }

    private static void refuseWhatIsMissing(Index index, IndexBuild build) {
        String described = index.describe();
        if (index.parts().stream().anyMatch(Index.Part::expression)) {
            throw H2Renderer.refused(
                    "has no indexes over expressions, here " + described,
                    "Add a column that is generated from the expression, and an index over that.");
        }
        if (index.where().isPresent()) {
            throw H2Renderer.refused(
                    "has no indexes over a part of the rows, here " + described,
                    "Leave where(…) out: an index that is not unique may hold all rows.");
        }
        if (!index.include().isEmpty() && !index.unique()) {
            throw H2Renderer.refused(
                    "stores further columns only in unique indexes, here " + described,
                    "Leave include(…) out, or put the columns at the end of the index.");
        }
        if (index.method().filter(method -> !METHODS.contains(method)).isPresent()) {
            throw H2Renderer.refused(
                    "has no indexes of the kind " + index.method().get() + ", here " + described,
                    "Leave using(…) out, or use hash or spatial.");
        }
        if (build.concurrently()) {
            throw H2Renderer.refused(
                    "locks a table while it builds an index, here " + described, "Leave concurrently() out.");
        }
    }

    /**
     * Drops an index. A foreign key that was added after an index over its columns uses that index and would keep it:
     * where it is known, it steps aside, and comes back with an index of its own.
     */
    static List<SqlStatement> drop(DropIndex operation, TableLookup before) {
        if (operation.concurrently() || operation.options().cascade()) {
            throw H2Renderer.refused(
                    "drops an index at once and alone, here " + operation.index(),
                    "Leave concurrently() and cascade() out.");
        }
        List<Constraint> users = users(operation, before);
        String table = "ALTER TABLE " + H2Renderer.CLAUSES.table(operation.table());
        List<SqlStatement> statements = new ArrayList<>();
        users.forEach(key -> statements.add(H2Renderer.change(
                table + " DROP CONSTRAINT " + H2Identifiers.quote(key.name().orElseThrow()))));
        statements.add(H2Renderer.change("DROP INDEX " + H2Renderer.ifExists(operation.options())
                + H2Renderer.CLAUSES.table(operation.table().withName(operation.index()))));
        users.forEach(key -> statements.add(H2Renderer.change(table + " ADD " + H2Constraints.clause(key))));
        return statements;
    }

    /** The foreign keys over the columns with which the index begins. */
    private static List<Constraint> users(DropIndex operation, TableLookup before) {
        Optional<Table> table = before.find(operation.table());
        List<String> columns = table.flatMap(found -> found.findIndex(operation.index()))
                .map(Index::columns)
                .orElse(List.of());
        return table.stream()
                .flatMap(found -> found.constraints().stream())
                .filter(Constraint.ForeignKey.class::isInstance)
                .filter(key -> key.columns().size() <= columns.size()
                        && key.name().isPresent()
                        && Set.copyOf(key.columns())
                                .equals(Set.copyOf(
                                        columns.subList(0, key.columns().size()))))
                .toList();
    }
}
