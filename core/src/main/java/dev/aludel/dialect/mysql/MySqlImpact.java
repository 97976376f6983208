package dev.aludel.dialect.mysql;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.Impact.Lock;
import dev.aludel.dialect.Impact.Rewrite;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from a statement's words what it does to others. A change of a table locks its metadata for a moment; what copies
 * the table keeps writers out meanwhile.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html">Online DDL Operations</a>
 */
final class MySqlImpact {
    private static final String EXCLUSIVE = "EXCLUSIVE";
    private static final String SHARED_WRITE = "SHARED WRITE";

    private static final String NAME = "((?:`(?:[^`]|``)*`|[^ ().,;]+)(?: ?\\. ?(?:`(?:[^`]|``)*`|[^ ().,;]+))?)";
    private static final Pattern REFERENCES = Pattern.compile("REFERENCES " + NAME, Pattern.CASE_INSENSITIVE);

    private record Rule(Pattern pattern, String mode, boolean scan, Rewrite rewrite, boolean destructive) {}

    /** The first that fits counts. */
    private static final List<Rule> STATEMENTS = List.of(
            rule("DROP (?:TEMPORARY )?TABLE (?:IF EXISTS )?" + NAME + ".*", EXCLUSIVE, false, Rewrite.NO, true),
            rule("TRUNCATE (?:TABLE )?" + NAME + ".*", EXCLUSIVE, false, Rewrite.NO, true),
            rule("RENAME TABLE " + NAME + ".*", EXCLUSIVE, false, Rewrite.NO, false),
            rule(
                    "CREATE (?:UNIQUE |FULLTEXT |SPATIAL )?INDEX .*? ON " + NAME + " .*",
                    EXCLUSIVE,
                    true,
                    Rewrite.NO,
                    false),
            rule("DROP INDEX .*? ON " + NAME + ".*", EXCLUSIVE, false, Rewrite.NO, false),
            rule("INSERT (?:IGNORE )?(?:INTO )?" + NAME + ".*", SHARED_WRITE, false, Rewrite.NO, false),
            rule("UPDATE " + NAME + " .*", SHARED_WRITE, true, Rewrite.NO, false),
            rule("DELETE FROM " + NAME + ".*", SHARED_WRITE, true, Rewrite.NO, true));

    private static final Pattern ALTER_TABLE = pattern("ALTER (?:IGNORE )?TABLE (?:IF EXISTS )?" + NAME + " (.+)");

    private static final Pattern COPIES = Pattern.compile(
            "\\b(MODIFY|CHANGE|ENGINE|CONVERT TO|PRIMARY KEY|STORED|PARTITION BY|REMOVE PARTITIONING|ROW_FORMAT|KEY_BLOCK_SIZE|ADD SYSTEM VERSIONING|DROP SYSTEM VERSIONING|FORCE)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern READS = Pattern.compile(
            "\\bADD (?:CONSTRAINT \\S+ )?(UNIQUE|INDEX|KEY|FULLTEXT|SPATIAL|CHECK|FOREIGN KEY)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOSES = Pattern.compile(
            "\\bDROP (?!INDEX|KEY|PRIMARY|FOREIGN|CONSTRAINT|CHECK|DEFAULT|SYSTEM)", Pattern.CASE_INSENSITIVE);

    private MySqlImpact() {}

    static Impact of(String sql) {
        String text;
        try {
            text = MySqlLexer.tokens(sql).stream().map(Token::text).collect(Collectors.joining(" "));
        } catch (AludelException unreadable) {
            return Impact.none();
        }
        Matcher alter = ALTER_TABLE.matcher(text);
        if (alter.matches()) {
            return alter(table(alter.group(1)), alter.group(2), text);
        }
        for (Rule rule : STATEMENTS) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                List<Lock> locks = List.of(new Lock(rule.mode(), table(matcher.group(1))));
                return new Impact(locks, rule.scan(), rule.rewrite(), rule.destructive());
            }
        }
        return new Impact(references(text), false, Rewrite.NO, false);
    }

    private static Impact alter(String table, String actions, String text) {
        List<Lock> locks = new ArrayList<>();
        locks.add(new Lock(EXCLUSIVE, table));
        locks.addAll(references(text));
        boolean modifies = actions.toUpperCase(Locale.ROOT).matches("(?s).*\\b(MODIFY|CHANGE)\\b.*");
        boolean copies = COPIES.matcher(actions).find();
        Rewrite rewrite = modifies ? Rewrite.POSSIBLE : copies ? Rewrite.YES : Rewrite.NO;
        return new Impact(
                locks,
                READS.matcher(actions).find(),
                rewrite,
                LOSES.matcher(actions).find());
    }

    private static List<Lock> references(String text) {
        List<Lock> locks = new ArrayList<>();
        Matcher matcher = REFERENCES.matcher(text);
        while (matcher.find()) {
            locks.add(new Lock("SHARED", table(matcher.group(1))));
        }
        return locks;
    }

    private static String table(String name) {
        return name.replaceFirst("(?<=\\S) \\. (?=\\S)", ".");
    }

    private static Rule rule(String text, String mode, boolean scan, Rewrite rewrite, boolean destructive) {
        return new Rule(pattern(text), mode, scan, rewrite, destructive);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
