package dev.aludel.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads points in time as {@link Instant#parse} does, and those in the form of Aludel's own headers in a tenth of the time. */
final class Instants {
    private static final String FORM = "0000-00-00T00:00:00Z";

    private Instants() {}

    /** @throws DateTimeException where the text is no point in time */
    static Instant parse(String text) {
        if (hasForm(text)) {
            try {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException noSuchTime) {
                // the end of a day and leap seconds are left to the library, and so is what to say of the rest
            }
        }
        return Instant.parse(text);
    }

    private static boolean hasForm(String text) {
        boolean same = text.length() == FORM.length();
        for (int at = 0; same && at < FORM.length(); at++) {
            char letter = text.charAt(at);
            same = FORM.charAt(at) == '0' ? letter >= '0' && letter <= '9' : letter == FORM.charAt(at);
        }
        return same;
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }
}
