package dev.aludel.dialect.mysql;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.operation.Backfill;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Writes the batches of a backfill; the key is walked by its index, so that each batch costs the same. */
final class MySqlBackfill {
    private final Backfill backfill;
    private final String table;
    private final String key;

    private MySqlBackfill(Backfill backfill) {
        this.backfill = backfill;
        this.table = MySqlRenderer.CLAUSES.table(backfill.table());
        this.key = MySqlIdentifiers.quote(backfill.key());
    }

    static BackfillSql of(Backfill backfill) {
        MySqlBackfill sql = new MySqlBackfill(backfill);
        String after = sql.key + " > ?";
        String upTo = sql.key + " <= ?";
        return new BackfillSql(
                        sql.lastKey(), sql.lastKey(after), sql.update(upTo), sql.update(after, upTo), sql.update())
                .withKeyType(Types.VARCHAR);
    }

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
