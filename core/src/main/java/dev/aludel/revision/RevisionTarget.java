package dev.aludel.revision;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user names as the goal of a command, taken apart: {@code [branch@][symbol][+N|-N]}.
 *
 * <p>The symbol is an id, a unique prefix of an id, a branch label, {@code head}, {@code heads}, {@code base} or
 * {@code current}. The branch is a branch label or an id. The whole text is read; nothing may follow. A branch label that
 * ends like an offset ({@code feature-1}) is meant as that label when the graph declares it.
 *
 * @param symbol empty when the target is relative to where the database stands
 * @param offset empty, or a sign and digits: {@code +2}, {@code -1}
 */
public record RevisionTarget(Optional<String> branch, String symbol, String offset) {
    private static final Pattern FORM = Pattern.compile("(?<symbol>[^@+]*?)(?<offset>[+-][0-9]{1,9})?");

    /** Takes the text apart; throws {@link ErrorCode#INVALID_TARGET} when it has none of the forms. */
    public static RevisionTarget parse(String text) {
        int at = text.indexOf('@');
        Matcher matcher = FORM.matcher(text.substring(at + 1));
        boolean garbage = text.isEmpty()
                || at == 0
                || at == text.length() - 1
                || !matcher.matches()
                || text.chars().anyMatch(Character::isWhitespace);
        if (garbage) {
            throw invalid(text, "'" + text + "' is not a revision target.");
        }
        if (text.indexOf(':') >= 0) {
            throw invalid(text, "Range revision not allowed: '" + text + "' names a start and an end.");
        }
        Optional<String> branch = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
        String offset = matcher.group("offset");
        return new RevisionTarget(branch, matcher.group("symbol"), offset == null ? "" : offset);
    }

    private static AludelException invalid(String text, String what) {
        return AludelException.of(ErrorCode.INVALID_TARGET, what)
                .with(
                        "forms",
                        "head  heads  base  <revision>  <first characters of a revision>  <branch label>\n"
                                + "+N  -N  <revision>+N  <revision>-N  <branch>@<any of these>")
                .state("Nothing was run or written.")
                .remedy(hint(text));
    }

    private static String hint(String text) {
        Matcher relative = Pattern.compile("(\\S*?[+-][0-9]{1,9}).+").matcher(text.strip());
        return relative.matches()
                ? "Did you mean '" + relative.group(1) + "'? Nothing may follow the number."
                : "Write one of these forms; `aludel history` lists the revisions.";
    }

    public boolean isRelative() {
        return !offset.isEmpty();
    }

    /** Whether it counts from where the database stands, as {@code +1} and {@code label@-2} do. */
    public boolean isRelativeToCurrent() {
        return symbol.isEmpty();
    }

    /** How many revisions up (positive) or down (negative); zero when the target is absolute. */
    public int steps() {
        return offset.isEmpty() ? 0 : Integer.parseInt(offset);
    }

    /** The text as the user wrote it. */
    @Override
    public String toString() {
        return branch.map(label -> label + "@").orElse("") + symbol + offset;
    }
}
