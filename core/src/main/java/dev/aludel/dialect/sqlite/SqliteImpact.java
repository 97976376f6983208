package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.Impact.Lock;
import dev.aludel.dialect.Impact.Rewrite;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from a statement's words what it does to others. SQLite has one lock for all tables: whoever writes keeps other
 * writers out until its transaction ends.
 */
final class SqliteImpact {
    private static final String NAME =
            "((?:\"(?:[^\"]|\"\")*\"|[^ ().,]+)(?: ?\\. ?(?:\"(?:[^\"]|\"\")*\"|[^ ().,]+))?)";
    private static final String WRITER = "one writer";

    private record Rule(Pattern pattern, boolean scan, Rewrite rewrite, boolean destructive) {}

    /** The first that fits counts; its first group is the table. */
    private static final List<Rule> RULES = List.of(
            rule("ALTER TABLE " + NAME + " DROP CONSTRAINT .*", false, Rewrite.NO, false),
            rule("ALTER TABLE " + NAME + " DROP .*", true, Rewrite.YES, true),
            rule("ALTER TABLE " + NAME + " (?:ADD (?:CONSTRAINT|CHECK)|ALTER) .*", true, Rewrite.NO, false),
            rule("ALTER TABLE " + NAME + " .*", false, Rewrite.NO, false),
            rule("CREATE (?:UNIQUE )?INDEX .*?\\bON " + NAME + ".*", true, Rewrite.NO, false),
            rule("DROP TABLE (?:IF EXISTS )?" + NAME + ".*", false, Rewrite.NO, true),
            rule("INSERT (?:OR \\w+ )?INTO " + NAME + ".*", false, Rewrite.NO, false),
            rule("UPDATE (?:OR \\w+ )?" + NAME + " .*", true, Rewrite.NO, false),
            rule("DELETE FROM " + NAME + ".*", true, Rewrite.NO, true));

    private static final Pattern REBUILD = Pattern.compile(
            ".*INSERT INTO \"?" + TableRebuild.NEW + ".*DROP TABLE " + NAME + " ; ALTER TABLE .*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqliteImpact() {}

    static Impact of(String sql) {
        String text;
        try {
            text = join(SqliteExpressions.tokens(sql));
        } catch (AludelException unreadable) {
            return Impact.none();
        }
        Matcher rebuild = REBUILD.matcher(text);
        if (rebuild.matches()) {
            return impact(rebuild.group(1), true, Rewrite.YES, false);
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                return impact(matcher.group(1), rule.scan(), rule.rewrite(), rule.destructive());
            }
        }
        return Impact.none();
    }

    private static Impact impact(String table, boolean scan, Rewrite rewrite, boolean destructive) {
        String shown = table.replace(" . ", ".").replace('\u00A0', ' ');
        return new Impact(List.of(new Lock(WRITER, shown)), scan, rewrite, destructive);
    }

    /** Every token behind one blank; strings are left out, since what they hold is no word of the statement. */
    private static String join(List<Token> tokens) {
        return tokens.stream()
                .map(token ->
                        token.kind() == Token.Kind.STRING ? "''" : token.text().replace(' ', '\u00A0'))
                .collect(Collectors.joining(" "));
    }

    private static Rule rule(String form, boolean scan, Rewrite rewrite, boolean destructive) {
        return new Rule(Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), scan, rewrite, destructive);
    }
}
