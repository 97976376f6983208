package dev.aludel.jpa;

import dev.aludel.schema.Generated;
import dev.aludel.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code columnDefinition} taken apart: Hibernate hands {@code varchar(42) default 'x' not null} over as one type text.
 * Keywords count outside quotes and parentheses only; a foreign key in it is passed over.
 */
record ColumnDefinition(
        String type,
        Optional<String> defaultValue,
        boolean notNull,
        boolean unique,
        List<String> checks,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment) {

    static ColumnDefinition parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {
        private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\w+|\\(|\\S");
        private static final Set<String> KEYWORDS = Set.of(
                "default",
                "not",
                "null",
                "unique",
                "check",
                "primary",
                "references",
                "constraint",
                "collate",
                "comment",
                "generated",
                "as",
                "auto_increment");

        private final String text;
        private final List<int[]> tokens = new ArrayList<>();
        private final List<String> checks = new ArrayList<>();
        private int next;
        private boolean notNull;
        private boolean unique;
        private @Nullable String defaultValue;
        private @Nullable String collation;
        private @Nullable String comment;
        private @Nullable Identity identity;
        private @Nullable Generated generated;

        Parser(String text) {
            this.text = text;
            Matcher matcher = TOKEN.matcher(text);
            for (int from = 0; matcher.find(from); ) {
                from = matcher.group().equals("(") ? closing(matcher.start()) : matcher.end();
                tokens.add(new int[] {matcher.start(), from});
            }
        }

        ColumnDefinition parse() {
            String type = upToKeyword();
            while (next < tokens.size()) {
                clause(word(next++));
            }
            return new ColumnDefinition(
                    type,
                    Optional.ofNullable(defaultValue),
                    notNull,
                    unique,
                    List.copyOf(checks),
                    Optional.ofNullable(identity),
                    Optional.ofNullable(generated),
                    Optional.ofNullable(collation),
                    Optional.ofNullable(comment));
        }

        private void clause(String keyword) {
            switch (keyword) {
                case "default" -> defaultValue = value();
                case "not" -> {
                    notNull = true;
                    next++;
                }
                case "unique" -> unique = true;
                case "check" -> checks.add(inner(value()));
                case "collate" -> collation = unquoted(value());
                case "comment" -> comment = unquoted(value());
                case "auto_increment" -> identity = Identity.byDefault();
                case "generated" -> generated(value());
                case "as" -> computed(value());
                default -> upToKeyword();
            }
        }

        /** After {@code generated}: {@code always} or {@code by default}, of which the last word is a keyword itself. */
        private void generated(String kind) {
            boolean always = kind.equalsIgnoreCase("always");
            next += always ? 0 : 1;
            next++;
            String what = value();
            if (what.toLowerCase(Locale.ROOT).startsWith("identity")) {
                identity = always ? Identity.generatedAlways() : Identity.byDefault();
            } else {
                computed(what);
            }
        }

        private void computed(String what) {
            int end = closing(0, what);
            generated = new Generated(
                    inner(what.substring(0, end)), what.toLowerCase(Locale.ROOT).endsWith("stored"));
        }

        /** At least one token, since {@code default null} holds a keyword, then all before the next keyword. */
        private String value() {
            int first = next++;
            upToKeyword();
            return text(first, Math.min(next, tokens.size()));
        }

        private String upToKeyword() {
            int first = next;
            while (next < tokens.size() && !KEYWORDS.contains(word(next))) {
                next++;
            }
            return text(first, next);
        }

        private String text(int first, int end) {
            return first >= end ? "" : text.substring(tokens.get(first)[0], tokens.get(end - 1)[1]);
        }

        private String word(int token) {
            return text(token, token + 1).toLowerCase(Locale.ROOT);
        }

        private int closing(int open) {
            return closing(open, text);
        }

        private static int closing(int open, String text) {
            Matcher matcher = Pattern.compile("'(?:[^']|'')*'|[()]").matcher(text);
            int depth = 0;
            for (int from = open; matcher.find(from); from = matcher.end()) {
                depth += matcher.group().equals("(") ? 1 : matcher.group().equals(")") ? -1 : 0;
                if (depth == 0) {
                    return matcher.end();
                }
            }
            return text.length();
        }

        private static String inner(String text) {
            return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
        }

        private static String unquoted(String text) {
            return text.matches("(?s)['\"`].*['\"`]")
                    ? text.substring(1, text.length() - 1).replace("''", "'")
                    : text;
        }
    }
}
