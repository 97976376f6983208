package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.dialect.ansi.BackfillClause;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.operation.Backfill;

/** Writes the batches of a backfill for PostgreSQL. */
final class PostgresBackfill {
    private static final BackfillClause CLAUSE =
            new BackfillClause(PostgresRenderer.CLAUSES, PostgresIdentifiers::quote, PostgresBackfill::doubled);

    private PostgresBackfill() {}

    static BackfillSql of(Backfill backfill) {
        return CLAUSE.render(backfill);
    }

    /** The same SQL in a text with parameters, where a question mark that is an operator must be doubled. */
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
}
