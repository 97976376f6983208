package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Impact;
import dev.aludel.dialect.Impact.Lock;
import dev.aludel.dialect.Impact.Rewrite;
import dev.aludel.dialect.ansi.LexicalRules;
import dev.aludel.dialect.ansi.SqlLexer;
import dev.aludel.dialect.ansi.Token;
import dev.aludel.error.AludelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from a statement's words which table locks it takes. The rules are those of "Explicit Locking" and of the
 * reference page of each command; a test runs every kind of statement and compares with {@code pg_locks}.
 */
final class PostgresImpact {
    private static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
    private static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
    private static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";
    private static final String SHARE = "SHARE";
    private static final String ROW_EXCLUSIVE = "ROW EXCLUSIVE";

    /** A name with or without its schema, quoted or not. */
    private static final String NAME =
            "((?:\"(?:[^\"]|\"\")*\"|[^ ().,]+)(?: ?\\. ?(?:\"(?:[^\"]|\"\")*\"|[^ ().,]+))?)";

    private static final Pattern ALTER_TABLE =
            pattern("ALTER TABLE (?:IF EXISTS )?(?:ONLY )?" + NAME + "(?: \\*)? (.+)");
    private static final Pattern REFERENCED =
            Pattern.compile("\\bREFERENCES (?:ONLY )?" + NAME, Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT_NAME = Pattern.compile(" ?, (?:ONLY )?" + NAME, Pattern.CASE_INSENSITIVE);

    private record Rule(Pattern pattern, String mode, boolean scan, Rewrite rewrite, boolean destructive) {}

    /** The first that fits counts; the first group of a pattern, where there is one, is the table. */
    private static final List<Rule> STATEMENTS = List.of(
            rule(
                    "CREATE (?:UNIQUE )?INDEX CONCURRENTLY .*?\\bON (?:ONLY )?" + NAME + ".*",
                    SHARE_UPDATE_EXCLUSIVE,
                    true),
            rule("CREATE (?:UNIQUE )?INDEX .*?\\bON (?:ONLY )?" + NAME + ".*", SHARE, true),
            rule("DROP INDEX CONCURRENTLY (?:IF EXISTS )?" + NAME + ".*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("DROP INDEX (?:IF EXISTS )?" + NAME + ".*", ACCESS_EXCLUSIVE, false),
            rule("REINDEX (?:\\( .*? \\) )?(?:INDEX|TABLE) CONCURRENTLY " + NAME + ".*", SHARE_UPDATE_EXCLUSIVE, true),
            new Rule(
                    pattern("REINDEX (?:\\( .*? \\) )?(?:INDEX|TABLE) " + NAME + ".*"),
                    SHARE,
                    true,
                    Rewrite.YES,
                    false),
            new Rule(pattern("DROP TABLE (?:IF EXISTS )?" + NAME + ".*"), ACCESS_EXCLUSIVE, false, Rewrite.NO, true),
            new Rule(
                    pattern("TRUNCATE (?:TABLE )?(?:ONLY )?" + NAME + ".*"),
                    ACCESS_EXCLUSIVE,
                    false,
                    Rewrite.YES,
                    true),
            new Rule(pattern("DROP (?:SCHEMA|TYPE|DOMAIN|EXTENSION) .* CASCADE"), "", false, Rewrite.NO, true),
            rule("CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER .*?\\bON " + NAME + ".*", SHARE_ROW_EXCLUSIVE, false),
            rule("(?:DROP|ALTER) TRIGGER .*?\\bON " + NAME + ".*", ACCESS_EXCLUSIVE, false),
            rule("(?:CREATE|DROP|ALTER) POLICY .*?\\bON " + NAME + ".*", ACCESS_EXCLUSIVE, false),
            rule("COMMENT ON TABLE " + NAME + ".*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("COMMENT ON COLUMN " + NAME + " ?\\. ?[^ ]+ IS.*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("COMMENT ON (?:CONSTRAINT|TRIGGER) .*?\\bON " + NAME + " IS.*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("ANALYZE " + NAME + ".*", SHARE_UPDATE_EXCLUSIVE, false),
            new Rule(pattern("CLUSTER " + NAME + ".*"), ACCESS_EXCLUSIVE, true, Rewrite.YES, false),
            new Rule(
                    pattern("VACUUM (?:FULL|\\( FULL.*?\\)) " + NAME + ".*"),
                    ACCESS_EXCLUSIVE,
                    true,
                    Rewrite.YES,
                    false),
            rule("VACUUM (?:ANALYZE )?" + NAME + ".*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("REFRESH MATERIALIZED VIEW CONCURRENTLY " + NAME + ".*", "EXCLUSIVE", true),
            new Rule(pattern("REFRESH MATERIALIZED VIEW " + NAME + ".*"), ACCESS_EXCLUSIVE, true, Rewrite.YES, false),
            rule("(?:WITH .*)?INSERT INTO " + NAME + ".*", ROW_EXCLUSIVE, false),
            rule("UPDATE (?:ONLY )?" + NAME + " .*", ROW_EXCLUSIVE, true),
            new Rule(pattern("DELETE FROM (?:ONLY )?" + NAME + ".*"), ROW_EXCLUSIVE, true, Rewrite.NO, true),
            rule("LOCK (?:TABLE )?(?:ONLY )?" + NAME + ".*", ACCESS_EXCLUSIVE, false));

    /** The actions of ALTER TABLE; the first that fits counts. */
    private static final List<Rule> ACTIONS = List.of(
            rule("VALIDATE CONSTRAINT .*", SHARE_UPDATE_EXCLUSIVE, true),
            rule("ALTER (?:COLUMN )?" + NAME + " SET STATISTICS .*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("(?:ALTER (?:COLUMN )?" + NAME + " )?(?:RE)?SET \\(.*", SHARE_UPDATE_EXCLUSIVE, false),
            rule("(?:DISABLE|ENABLE(?: REPLICA| ALWAYS)?) TRIGGER .*", SHARE_ROW_EXCLUSIVE, false),
            rule("ADD (?:CONSTRAINT " + NAME + " )?FOREIGN KEY .* NOT VALID", SHARE_ROW_EXCLUSIVE, false),
            rule("ADD (?:CONSTRAINT " + NAME + " )?FOREIGN KEY .*", SHARE_ROW_EXCLUSIVE, true),
            rule("ADD (?:CONSTRAINT " + NAME + " )?(?:UNIQUE|PRIMARY KEY) USING INDEX .*", ACCESS_EXCLUSIVE, false),
            rule("ADD (?:CONSTRAINT " + NAME + " )?(?:CHECK|NOT NULL) .*NOT VALID", ACCESS_EXCLUSIVE, false),
            rule(
                    "ADD (?:CONSTRAINT " + NAME + " )?(?:UNIQUE|PRIMARY KEY|CHECK|EXCLUDE|NOT NULL)\\b.*",
                    ACCESS_EXCLUSIVE,
                    true),
            new Rule(
                    pattern("ADD (?:COLUMN )?(?:IF NOT EXISTS )?" + NAME
                            + " (?:.*\\b(?:(?:small|big)?serial[248]?|AS IDENTITY|STORED)\\b.*"
                            + "|.*\\bDEFAULT .*\\b(?:nextval|random|gen_random_uuid|uuid_generate_v[1-7]\\w*|clock_timestamp"
                            + "|uuidv[47]|timeofday|setval) ?\\(.*)"),
                    ACCESS_EXCLUSIVE,
                    true,
                    Rewrite.YES,
                    false),
            rule(
                    "ADD (?:COLUMN )?(?:IF NOT EXISTS )?" + NAME + " .*\\b(?:CHECK ?\\(|UNIQUE|PRIMARY KEY).*",
                    ACCESS_EXCLUSIVE,
                    true),
            new Rule(
                    pattern("DROP (?:COLUMN )(?:IF EXISTS )?" + NAME + ".*"),
                    ACCESS_EXCLUSIVE,
                    false,
                    Rewrite.NO,
                    true),
            rule("ALTER (?:COLUMN )?" + NAME + " SET NOT NULL", ACCESS_EXCLUSIVE, true),
            new Rule(
                    pattern("ALTER (?:COLUMN )?" + NAME + " (?:SET DATA )?TYPE .*"),
                    ACCESS_EXCLUSIVE,
                    true,
                    Rewrite.POSSIBLE,
                    false),
            new Rule(
                    pattern("(?:ALTER (?:COLUMN )?" + NAME + " SET EXPRESSION .*|SET (?:UN)?LOGGED)"),
                    ACCESS_EXCLUSIVE,
                    true,
                    Rewrite.YES,
                    false),
            rule(".*", ACCESS_EXCLUSIVE, false));

    private PostgresImpact() {}

    static Impact of(String sql) {
        List<Token> tokens;
        try {
            tokens = SqlLexer.tokens(sql, LexicalRules.postgresql());
        } catch (AludelException unreadable) {
            return Impact.none();
        }
        String text = join(tokens);
        Matcher alter = ALTER_TABLE.matcher(text);
        if (alter.matches()) {
            return alterTable(alter.group(1), alter.group(2), actions(tokens, alter.group(2)));
        }
        Optional<Impact> known = STATEMENTS.stream()
                .filter(rule -> rule.pattern().matcher(text).matches())
                .findFirst()
                .map(rule -> impact(rule, text));
        return known.orElseGet(() -> new Impact(references(text), false, Rewrite.NO, false));
    }

    private static Impact impact(Rule rule, String text) {
        boolean named = text.regionMatches(true, 0, "DROP INDEX", 0, 10) || text.matches("(?i)REINDEX .*INDEX .*");
        List<Lock> locks = names(rule, text).stream()
                .map(name -> new Lock(rule.mode(), named ? "the table of " + shown(name) : shown(name)))
                .toList();
        return new Impact(locks, rule.scan(), rule.rewrite(), rule.destructive());
    }

    /** The statement's table and those that follow it behind commas; none for a rule without a table. */
    private static List<String> names(Rule rule, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = rule.pattern().matcher(text);
        if (matcher.matches() && matcher.groupCount() > 0) {
            names.add(matcher.group(1));
            Matcher next = NEXT_NAME.matcher(text);
            int end = matcher.end(1);
            while (next.region(end, text.length()).lookingAt()) {
                names.add(next.group(1));
                end = next.end(1);
            }
        }
        return names;
    }

    private static Impact alterTable(String table, String all, List<String> actions) {
        List<Rule> rules = actions.stream().map(PostgresImpact::action).toList();
        boolean exclusive = rules.stream().anyMatch(rule -> rule.mode().equals(ACCESS_EXCLUSIVE));
        boolean shared = rules.stream().anyMatch(rule -> rule.mode().equals(SHARE_ROW_EXCLUSIVE));
        List<Lock> locks = new ArrayList<>();
        locks.add(new Lock(
                exclusive ? ACCESS_EXCLUSIVE : shared ? SHARE_ROW_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE, shown(table)));
        locks.addAll(references(all));
        Rewrite rewrite = rules.stream().map(Rule::rewrite).max(Enum::compareTo).orElse(Rewrite.NO);
        return new Impact(
                locks,
                rules.stream().anyMatch(Rule::scan),
                rewrite,
                rules.stream().anyMatch(Rule::destructive));
    }

    private static Rule action(String action) {
        return ACTIONS.stream()
                .filter(rule -> rule.pattern().matcher(action).matches())
                .findFirst()
                .orElseThrow();
    }

    /** A new foreign key locks the table that it points at as well. */
    private static List<Lock> references(String text) {
        List<Lock> locks = new ArrayList<>();
        Matcher matcher = REFERENCED.matcher(text);
        while (matcher.find()) {
            locks.add(new Lock(SHARE_ROW_EXCLUSIVE, shown(matcher.group(1))));
        }
        return locks.stream().distinct().toList();
    }

    /** The parts of ALTER TABLE between the commas that stand outside parentheses. */
    private static List<String> actions(List<Token> tokens, String rest) {
        List<Token> own = tokens.subList(tokens.size() - rest.split(" ", -1).length, tokens.size());
        List<String> actions = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : own) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                actions.add(join(current));
                current.clear();
            } else {
                current.add(token);
            }
        }
        actions.add(join(current));
        return actions;
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

    private static Rule rule(String form, String mode, boolean scan) {
        return new Rule(pattern(form), mode, scan, Rewrite.NO, false);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
