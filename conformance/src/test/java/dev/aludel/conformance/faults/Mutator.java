package dev.aludel.conformance.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Spoils texts at random, with pieces that mean something where they land. */
final class Mutator {
    private static final List<String> PIECES = List.of(
            "-- upgrade",
            "-- downgrade",
            "-- revision: a2",
            "-- down: zz",
            "-- down: a1, a1",
            "-- depends-on: a3",
            "-- created: yesterday",
            "-- created: 9999999999-01-01T00:00:00Z",
            "-- message:",
            "-- labels: a1",
            "--",
            "/*",
            "*/",
            "'",
            "\"",
            "`",
            "$$",
            "$body$",
            ";",
            ";;;;",
            "(",
            ")))))",
            "{",
            "}",
            "@Revision(",
            "\\",
            "\\u",
            "\\u005cu0022",
            "\"\"\"",
            "//",
            "class X {",
            "\0",
            "\uFEFF",
            "\r",
            "\r\n",
            "\t",
            "\u00A0",
            "\u2028",
            "\u202E",
            "ä",
            "\uD83D\uDE00",
            "%",
            "%s",
            "${",
            "${ALUDEL_URL}",
            "${a:${b:",
            "aludel.url=",
            "aludel.",
            "=",
            ":",
            ",",
            "!",
            "head",
            "heads",
            "base",
            "-1",
            "+1",
            "a1",
            "A1",
            "aludel_history",
            "BEGIN;",
            "COMMIT;",
            "ROLLBACK;",
            "DROP TABLE",
            "CREATE TABLE t (",
            "NULL",
            "0",
            "-9223372036854775808",
            "99999999999999999999",
            "true",
            "null",
            "COPY t FROM stdin;",
            "\\copy t",
            "DELIMITER //",
            "GO",
            "op.execute(\"",
            "throw new Error();",
            "return",
            "int x = 1 / 0;",
            "#");

    /** More parts of one name keep the Java compiler busy for minutes before it refuses them. */
    private static final int MOST_PIECES = 500;

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    String mutate(String text) {
        String result = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            result = once(result);
        }
        return result;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String piece() {
        return pick(PIECES);
    }

    private String once(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(20));
        String before = text.substring(0, from);
        return switch (random.nextInt(8)) {
            case 0 -> before;
            case 1 -> before + text.substring(to);
            case 2 -> before + text.substring(from, to) + text.substring(from);
            case 3, 4 -> before + piece() + text.substring(from);
            case 5 -> before + (char) random.nextInt(0x180) + text.substring(Math.min(text.length(), from + 1));
            case 6 -> before + piece().repeat(1 + random.nextInt(MOST_PIECES)) + text.substring(from);
            default -> shuffled(text);
        };
    }

    private String shuffled(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String moved = lines.remove(random.nextInt(lines.size()));
        if (random.nextBoolean()) {
            lines.add(random.nextInt(lines.size() + 1), moved);
        }
        return String.join("\n", lines);
    }

    /** Up to this many words of a list. */
    List<String> words(List<String> choices, int most) {
        return new ArrayList<>(IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(index -> pick(choices))
                .toList());
    }
}
