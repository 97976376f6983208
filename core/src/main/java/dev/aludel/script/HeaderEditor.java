package dev.aludel.script;

import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes other parents into the header of a migration; every other character of the file stays as it is. */
final class HeaderEditor {
    private static final Pattern SECTION = Pattern.compile("(?mi)^[ \\t]*--[ \\t]*upgrade[ \\t]*\\r?$");
    private static final Pattern DOWN =
            Pattern.compile("(?mi)^([ \\t\uFEFF]*--[ \\t]*down[ \\t]*:[ \\t]*)[^\\r\\n]*(\\r?\\n?)");
    private static final Pattern REVISION =
            Pattern.compile("(?mi)^[ \\t\uFEFF]*--[ \\t]*revision[ \\t]*:[^\\r\\n]*(\\r?\\n?)");

    private final String file;
    private final String text;

    private HeaderEditor(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The text of the file with these parents; {@code file} is how people see its path. */
    static String withDown(String file, String text, List<RevisionId> down) {
        HeaderEditor editor = new HeaderEditor(file, text);
        return file.endsWith(".sql") ? editor.sql(down) : editor.java(down);
    }

    private String sql(List<RevisionId> down) {
        Matcher section = SECTION.matcher(text);
        int headerEnd = section.find() ? section.start() : text.length();
        String value = down.stream().map(RevisionId::value).collect(Collectors.joining(", "));
        Matcher line = DOWN.matcher(text).region(0, headerEnd);
        if (line.find()) {
            String replacement = down.isEmpty() ? "" : padded(line.group(1)) + value + line.group(2);
            return text.substring(0, line.start()) + replacement + text.substring(line.end());
        }
        Matcher revision = REVISION.matcher(text).region(0, headerEnd);
        if (down.isEmpty() || !revision.find()) {
            return text;
        }
        String newline = revision.group(1).isEmpty() ? "\n" : revision.group(1);
        return text.substring(0, revision.end()) + "-- down:     " + value + newline + text.substring(revision.end());
    }

    private static String padded(String key) {
        return key.endsWith(":") ? key + " " : key;
    }

    private String java(List<RevisionId> down) {
        List<JavaToken> tokens = JavaTokenizer.tokenize(file, text);
        int open = annotation(tokens);
        OptionalInt element = element(tokens, open, "down");
        if (element.isPresent()) {
            int first = element.getAsInt();
            int last = lastOfValue(tokens, first + 2);
            return down.isEmpty() ? without(tokens, open, first, last) : replaced(tokens, first + 2, last, value(down));
        }
        if (down.isEmpty()) {
            return text;
        }
        int id = element(tokens, open, "id").orElseThrow(() -> noAnnotation(1));
        int end = tokens.get(lastOfValue(tokens, id + 2)).end();
        return text.substring(0, end) + ", down = " + value(down) + text.substring(end);
    }

    private String replaced(List<JavaToken> tokens, int first, int last, String value) {
        return text.substring(0, tokens.get(first).start())
                + value
                + text.substring(tokens.get(last).end());
    }

    /** An element goes with the comma before it, or, when it is the first, with the one behind it. */
    private String without(List<JavaToken> tokens, int open, int first, int last) {
        boolean isFirst = first == open + 1;
        int start = isFirst ? tokens.get(first).start() : tokens.get(first - 1).start();
        int end = isFirst && tokens.get(last + 1).isSymbol(",")
                ? tokens.get(last + 2).start()
                : tokens.get(last).end();
        return text.substring(0, start) + text.substring(end);
    }

    private static String value(List<RevisionId> down) {
        List<String> literals =
                down.stream().map(id -> "\"" + id.value() + "\"").toList();
        return literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
    }

    /** The position of the parenthesis behind {@code @Revision}. */
    private int annotation(List<JavaToken> tokens) {
        return IntStream.range(0, tokens.size() - 1)
                .filter(i ->
                        tokens.get(i).isWord("Revision") && tokens.get(i + 1).isSymbol("("))
                .map(i -> i + 1)
                .findFirst()
                .orElseThrow(() -> noAnnotation(1));
    }

    private OptionalInt element(List<JavaToken> tokens, int open, String name) {
        int i = open + 1;
        while (i < tokens.size() && !tokens.get(i).isSymbol(")")) {
            if (tokens.get(i).isWord(name)) {
                return OptionalInt.of(i);
            }
            i = lastOfValue(tokens, i + 2) + 1;
            i += i < tokens.size() && tokens.get(i).isSymbol(",") ? 1 : 0;
        }
        return OptionalInt.empty();
    }

    /** A value ends before a comma or parenthesis that stands outside braces. */
    private int lastOfValue(List<JavaToken> tokens, int first) {
        List<JavaToken> opened = new ArrayList<>();
        for (int i = first; i < tokens.size(); i++) {
            JavaToken token = tokens.get(i);
            if (opened.isEmpty() && (token.isSymbol(",") || token.isSymbol(")"))) {
                return i - 1;
            }
            if (token.isSymbol("{")) {
                opened.add(token);
            } else if (token.isSymbol("}")) {
                opened.remove(opened.size() - 1);
            }
        }
        throw noAnnotation(tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line());
    }

    private RuntimeException noAnnotation(int line) {
        return Header.malformed(file, line, "@Revision with its elements was not found.");
    }
}
