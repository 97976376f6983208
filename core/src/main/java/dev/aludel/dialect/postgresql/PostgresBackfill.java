package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.operation.Backfill;
import java.util.ArrayList;
import java.util.List;

/** Writes the batches of a backfill; the key is walked by its index, so that each batch costs the same. */
final class PostgresBackfill {
    private final Backfill backfill;
    private final String table;
    private final String key;

    private PostgresBackfill(Backfill backfill) {
        this.backfill = backfill;
        this.table = PostgresRenderer.CLAUSES.table(backfill.table());
        this.key = PostgresIdentifiers.quote(backfill.key());
    }

    static BackfillSql of(Backfill backfill) {
        return new PostgresBackfill(backfill).sql();
    }

    private BackfillSql sql() {
        String after = key + " > ?";
        String upTo = key + " <= ?";
        return new BackfillSql(lastKey(), lastKey(after), update(upTo), update(after, upTo), update());
    }

    /** Not max(): there is none for uuid before version 18. */
    private String lastKey(String... range) {
        return "SELECT " + key + " FROM (SELECT " + key + " FROM " + table + where(range) + " ORDER BY " + key
                + " LIMIT " + backfill.batchSize() + ") AS batch ORDER BY " + key + " DESC LIMIT 1";
    }

    private String update(String... range) {
        return "UPDATE " + table + " SET " + String.join(", ", backfill.assignments()) + where(range);
    }

    private String where(String... range) {
        List<String> conditions = new ArrayList<>(List.of(range));
        backfill.where().ifPresent(condition -> conditions.add(range.length == 0 ? condition : "(" + condition + ")"));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
