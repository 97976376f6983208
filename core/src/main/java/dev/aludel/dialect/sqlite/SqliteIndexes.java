package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.IndexBuild;
import dev.aludel.schema.Index;
import dev.aludel.schema.TableName;
import java.util.stream.Collectors;

/** Writes indexes, and refuses those that SQLite does not have. */
final class SqliteIndexes {
    private SqliteIndexes() {}

    static SqlStatement create(TableName table, Index index, IndexBuild build) {
        refuseWhatIsMissing(index, build);
        return SqlStatement.of("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + (build.ifNotExists() ? "IF NOT EXISTS " : "")
                + SqliteIdentifiers.table(table.withName(index.name().orElseGet(() -> usualName(table, index))))
                + " ON " + SqliteIdentifiers.quote(table.name())
                + index.parts().stream().map(SqliteIndexes::part).collect(Collectors.joining(", ", " (", ")"))
                + index.where().map(sql -> " WHERE " + sql).orElse(""));
    }

    private static String usualName(TableName table, Index index) {
        return table.name() + "_" + String.join("_", index.columns()) + "_idx";
    }

    private static String part(Index.Part part) {
        return (part.expression() ? part.text() : SqliteIdentifiers.quote(part.text()))
                + (part.descending() ? " DESC" : "");
    }

    private static void refuseWhatIsMissing(Index index, IndexBuild build) {
        String described = index.describe();
        if (!index.include().isEmpty()) {
            throw SqliteRenderer.refused(
                    "stores no further columns in an index, here " + described,
                    "Leave include(…) out, or put the columns at the end of the index.");
        }
        index.method().filter(method -> !method.equals("btree")).ifPresent(method -> {
            throw SqliteRenderer.refused(
                    "has no indexes of the kind " + method + ", here " + described, "Leave using(…) out.");
        });
        if (index.parts().stream().anyMatch(part -> part.nulls().isPresent())) {
            throw SqliteRenderer.refused(
                    "orders nulls before all values in an index, here " + described,
                    "Leave nullsFirst() and nullsLast() out.");
        }
        if (index.nullsNotDistinct()) {
            throw SqliteRenderer.refused(
                    "takes each null for another value, here " + described,
                    "Use an expression such as coalesce(…) in the index.");
        }
        index.options().keySet().stream().findFirst().ifPresent(option -> {
            throw SqliteRenderer.refused("has no index option " + option + ", here " + described, "Leave it out.");
        });
        if (build.concurrently()) {
            throw SqliteRenderer.refused(
                    "lets nobody write while it builds an index, here " + described, "Leave concurrently() out.");
        }
    }
}
