package dev.aludel.dialect.h2;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.Impact.Lock;
import dev.aludel.dialect.Impact.Rewrite;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from a statement's words which tables it locks. A change of the schema locks its table exclusively; one that adds,
 * drops or alters a column copies the table. Statements that write rows lock these rows alone.
 */
final class H2Impact {
    private static final String EXCLUSIVE = "EXCLUSIVE";
    private static final String ROWS = "rows";
    private static final String NAME =
            "((?:\"(?:[^\"]|\"\")*\"|[^ ().,]+)(?: ?\\. ?(?:\"(?:[^\"]|\"\")*\"|[^ ().,]+))?)";

    private record Rule(Pattern pattern, String mode, boolean scan, Rewrite rewrite, boolean destructive) {}

    /** The first that fits counts; its first group is the table. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "ALTER TABLE (?:IF EXISTS )?" + NAME + " DROP (?:COLUMN )?(?!CONSTRAINT|PRIMARY).*",
                    Rewrite.YES,
                    true),
            rule("ALTER TABLE (?:IF EXISTS )?" + NAME + " ADD (?:CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN)\\b.*", true),
            rule("ALTER TABLE (?:IF EXISTS )?" + NAME + " ADD .*", Rewrite.YES, false),
            rule("ALTER TABLE (?:IF EXISTS )?" + NAME + " ALTER COLUMN .* SET DATA TYPE .*", Rewrite.YES, false),
            rule("ALTER TABLE (?:IF EXISTS )?" + NAME + " ALTER COLUMN .* SET NOT NULL", true),
            rule("ALTER TABLE (?:IF EXISTS )?" + NAME + " .*", false),
            rule("CREATE (?:UNIQUE |NULLS |NOT |ALL |DISTINCT |HASH |SPATIAL )*INDEX .*?\\bON " + NAME + ".*", true),
            rule("DROP TABLE (?:IF EXISTS )?" + NAME + ".*", Rewrite.NO, true),
            rule("TRUNCATE TABLE " + NAME + ".*", Rewrite.NO, true),
            rule("COMMENT ON TABLE " + NAME + ".*", false),
            rule("COMMENT ON COLUMN " + NAME + " ?\\. ?[^ ]+ IS.*", false),
            rule("CREATE TRIGGER .*?\\bON " + NAME + ".*", false),
            new Rule(pattern("(?:INSERT|MERGE) INTO " + NAME + ".*"), ROWS, false, Rewrite.NO, false),
            new Rule(pattern("UPDATE " + NAME + " .*"), ROWS, true, Rewrite.NO, false),
            new Rule(pattern("DELETE FROM " + NAME + ".*"), ROWS, true, Rewrite.NO, true));

    private H2Impact() {}

    static Impact of(String sql) {
        String text;
        try {
            text = join(SqlLexer.tokens(sql, LexicalRules.h2()));
        } catch (AludelException unreadable) {
            return Impact.none();
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                Lock lock = new Lock(rule.mode(), shown(matcher.group(1)));
                return new Impact(List.of(lock), rule.scan(), rule.rewrite(), rule.destructive());
            }
        }
        return Impact.none();
    }

    /** Every token behind one blank; strings are left out, since what they hold is no word of the statement. */
    private static String join(List<Token> tokens) {
        return tokens.stream()
                .map(token ->
                        token.kind() == Token.Kind.STRING ? "''" : token.text().replace(' ', '\u00A0'))
                .collect(Collectors.joining(" "));
    }

    private static String shown(String name) {
        return name.replace(" . ", ".").replace('\u00A0', ' ');
    }

    private static Rule rule(String form, Rewrite rewrite, boolean destructive) {
        return new Rule(pattern(form), EXCLUSIVE, rewrite == Rewrite.YES, rewrite, destructive);
    }

    private static Rule rule(String form, boolean scan) {
        return new Rule(pattern(form), EXCLUSIVE, scan, Rewrite.NO, false);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
