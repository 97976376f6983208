package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
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
        return new PostgresBackfill(doubled(backfill)).sql(new PostgresBackfill(backfill).update());
    }

    private BackfillSql sql(String whole) {
        String after = key + " > ?";
        String upTo = key + " <= ?";
        return new BackfillSql(lastKey(), lastKey(after), update(upTo), update(after, upTo), whole);
    }

    /** The same backfill in a text with parameters, where a question mark that is an operator must be doubled. */
    private static Backfill doubled(Backfill backfill) {
        return new Backfill(
                backfill.table(),
                backfill.key(),
                backfill.assignments().stream().map(PostgresBackfill::doubled).toList(),
                backfill.where().map(PostgresBackfill::doubled),
                backfill.batchSize());
    }

    private static String doubled(String sql) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Token token : SqlLexer.tokens(sql, LexicalRules.postgresql())) {
            boolean symbol = token.kind() == Token.Kind.SYMBOL;
            text.append(sql, from, token.start()).append(symbol ? token.text().replace("?", "??") : token.text());
            from = token.end();
        }
        return text.append(sql.substring(from)).toString();
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
