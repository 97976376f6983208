package dev.aludel.revision;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of one revision: at most 255 characters, none of {@code @ - + :} or white space, because those have a meaning
 * in a {@link RevisionTarget}, and not one of the words {@code head}, {@code heads}, {@code base} and {@code current}.
 */
public record RevisionId(String value) implements Comparable<RevisionId> {
    static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");
    private static final int MAX_LENGTH = 255;

    /** Throws {@link ErrorCode#ILLEGAL_REVISION} when the text is not a legal id; same rule as {@link #of}. */
    public RevisionId {
        checkLength(value);
        checkCharacters(value);
        if (RESERVED.contains(value)) {
            throw illegal(value, "The revision identifier '" + value + "' is a reserved word.");
        }
    }

    /** The id with this text; throws {@link ErrorCode#ILLEGAL_REVISION} when the text is not a legal id. */
    public static RevisionId of(String value) {
        return new RevisionId(value);
    }

    private static void checkLength(String value) {
        if (value.isEmpty()) {
            throw illegal(value, "A revision identifier is empty.");
        }
        if (value.length() > MAX_LENGTH) {
            throw illegal(
                    value,
                    "The revision identifier '" + value.substring(0, 20) + "…' has " + value.length()
                            + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
    }

    private static void checkCharacters(String value) {
        int character;
        for (int at = 0; at < value.length(); at += Character.charCount(character)) {
            character = value.codePointAt(at);
            if (isIllegal(character)) {
                String shown =
                        Character.isWhitespace(character) ? "white space" : "'" + Character.toString(character) + "'";
                throw illegal(value, "Character " + shown + " is not allowed in revision identifier '" + value + "'.");
            }
        }
    }

    private static boolean isIllegal(int character) {
        return "@-+:".indexOf(character) >= 0
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private static AludelException illegal(String value, String what) {
        return AludelException.of(ErrorCode.ILLEGAL_REVISION, what)
                .remedy("Choose an identifier of 1 to " + MAX_LENGTH + " letters, digits, '_' or '.', for example '"
                        + suggestion(value) + "'.");
    }

    private static String suggestion(String value) {
        String legal = value.replaceAll("[^\\p{L}\\p{Nd}_.]+", "_");
        String cut = legal.substring(0, Math.min(legal.length(), 40));
        return cut.isEmpty() || RESERVED.contains(cut) ? "r_" + cut : cut;
    }

    /** Said by hand, as is {@link #hashCode}: a record makes its own anew in each process, and runs ask a thousand times. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
