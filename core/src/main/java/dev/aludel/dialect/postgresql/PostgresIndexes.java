package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.IndexBuild;
import dev.aludel.schema.Index;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what creates and drops indexes. */
final class PostgresIndexes {
    private PostgresIndexes() {}

    static SqlStatement create(TableName table, Index index, IndexBuild build) {
        String sql = (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                + (build.concurrently() ? "CONCURRENTLY " : "")
                + (build.ifNotExists() ? "IF NOT EXISTS " : "")
                + index.name().map(name -> quote(name) + " ").orElse("")
                + "ON " + PostgresRenderer.CLAUSES.table(table)
                + index.method().map(method -> " USING " + quote(method)).orElse("")
                + index.parts().stream().map(PostgresIndexes::part).collect(Collectors.joining(", ", " (", ")"))
                + list(" INCLUDE ", index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + parameters(index)
                + index.where().map(predicate -> " WHERE " + predicate).orElse("");
        return new SqlStatement(sql, 1, !build.concurrently());
    }

    static SqlStatement drop(DropIndex operation) {
        String name = name(operation.table(), operation.index());
        String sql = "DROP INDEX " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + (operation.options().ifExists() ? "IF EXISTS " : "") + name
                + (operation.options().cascade() ? " CASCADE" : "");
        return new SqlStatement(sql, 1, !operation.concurrently());
    }

    /** An index is in the schema of its table. */
    static String name(TableName table, String index) {
        return PostgresRenderer.CLAUSES.table(table.withName(index));
    }

    private static String parameters(Index index) {
        return index.options().isEmpty()
                ? ""
                : index.options().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    private static String list(String words, List<String> columns) {
        return Optional.of(columns)
                .filter(some -> !some.isEmpty())
                .map(some -> words + PostgresRenderer.CLAUSES.list(some))
                .orElse("");
    }

    private static String part(Index.Part part) {
        return (part.expression() ? IndexElement.render(part.text()) : quote(part.text()))
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(nulls -> " NULLS " + nulls.name()).orElse("");
    }

    private static String quote(String identifier) {
        return PostgresIdentifiers.quote(identifier);
    }
}
