package dev.aludel.dialect.ansi;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.operation.Backfill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the batches of a backfill; the key is walked by its index, so that each batch costs the same. */
public final class BackfillClause {
    private final ConstraintClause names;
    private final UnaryOperator<String> quote;
    private final UnaryOperator<String> withParameters;

    /**
     * Writes for one database.
     *
     * @param withParameters changes the user's SQL for a text with parameters, where a question mark means one
     */
    public BackfillClause(ConstraintClause names, UnaryOperator<String> quote, UnaryOperator<String> withParameters) {
        this.names = names;
        this.quote = quote;
        this.withParameters = withParameters;
    }

    public BackfillSql render(Backfill backfill) {
        String key = quote.apply(backfill.key());
        String after = key + " > ?";
        String upTo = key + " <= ?";
        Backfill prepared = new Backfill(
                backfill.table(),
                backfill.key(),
                backfill.assignments().stream().map(withParameters).toList(),
                backfill.where().map(withParameters),
                backfill.batchSize());
        return new BackfillSql(
                lastKey(prepared),
                lastKey(prepared, after),
                update(prepared, upTo),
                update(prepared, after, upTo),
                update(backfill));
    }

    /** Not max(): there is none for uuid before version 18 of PostgreSQL. */
    private String lastKey(Backfill backfill, String... range) {
        String key = quote.apply(backfill.key());
        return "SELECT " + key + " FROM (SELECT " + key + " FROM " + names.table(backfill.table())
                + where(backfill, range) + " ORDER BY " + key + " LIMIT " + backfill.batchSize()
                + ") AS batch ORDER BY " + key + " DESC LIMIT 1";
    }

    private String update(Backfill backfill, String... range) {
        return "UPDATE " + names.table(backfill.table()) + " SET " + String.join(", ", backfill.assignments())
                + where(backfill, range);
    }

    private static String where(Backfill backfill, String... range) {
        List<String> conditions = new ArrayList<>(List.of(range));
        backfill.where().ifPresent(condition -> conditions.add(range.length == 0 ? condition : "(" + condition + ")"));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
