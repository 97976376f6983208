package dev.aludel.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one failure that Aludel throws: what happened in the user's own names, then labelled facts in the order in which
 * they were given ({@code at}, {@code db}, {@code state}, …, and last {@code do}: the remedy).
 *
 * <p>Immutable: {@link #with} and {@link #remedy} return a new exception. {@link #format()} is the text for people:
 *
 * <pre>{@code
 * REV-005  Multiple head revisions are present for the argument 'head'.
 *   heads  7aa901f3  add invoice
 *          88be1077  add audit
 *   do     Join them with `aludel merge heads`.
 * }</pre>
 */
public final class AludelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One labelled fact; the text may have several lines. */
    public record Fact(String label, String text) {}

    private final ErrorCode code;
    private final transient List<Fact> facts;

    private AludelException(ErrorCode code, String what, List<Fact> facts, Optional<? extends Throwable> cause) {
        super(what, cause.orElse(null));
        this.code = code;
        this.facts = List.copyOf(facts);
    }

    /** A failure without facts yet; {@code what} is one sentence. */
    public static AludelException of(ErrorCode code, String what) {
        return new AludelException(code, what, List.of(), Optional.empty());
    }

    /** A failure that another exception caused; the cause is shown only with {@code --stacktrace}. */
    public static AludelException of(ErrorCode code, String what, Throwable cause) {
        return new AludelException(code, what, List.of(), Optional.of(cause));
    }

    /** The same failure with one more fact. */
    public AludelException with(String label, String text) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(label, text));
        return copy(more);
    }

    /** Where: file and line, table and column, or the setting. */
    public AludelException at(String location) {
        return with("at", location);
    }

    /** The same failure at another place: what was counted inside a text is counted in the file that holds it. */
    public AludelException movedTo(String location) {
        List<Fact> moved = new ArrayList<>(without("at").facts);
        moved.add(0, new Fact("at", location));
        return copy(moved);
    }

    /** The state that database and files are in now. */
    public AludelException state(String state) {
        return with("state", state);
    }

    /** What the reader should do next; replaces advice that was given before, since a failure has one remedy. */
    public AludelException remedy(String remedy) {
        return without("do").with("do", remedy);
    }

    public ErrorCode code() {
        return code;
    }

    /** The sentence that says what happened. */
    public String what() {
        return String.valueOf(super.getMessage());
    }

    /** The labelled facts in the order in which they were given. */
    public List<Fact> facts() {
        return facts;
    }

    /** The first fact with this label. */
    public Optional<String> findFact(String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::text)
                .findFirst();
    }

    private AludelException without(String label) {
        return copy(facts.stream().filter(fact -> !fact.label().equals(label)).toList());
    }

    private AludelException copy(List<Fact> changed) {
        AludelException result = new AludelException(code, what(), changed, Optional.ofNullable(getCause()));
        result.setStackTrace(getStackTrace());
        return result;
    }

    /** The whole message for people: code and sentence, then one indented, aligned paragraph a fact, the remedy last. */
    public String format() {
        int width = facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
        String indent = "\n" + " ".repeat(width + 4);
        String body = facts.stream()
                .sorted(Comparator.comparing(fact -> fact.label().equals("do")))
                .map(fact -> "\n  " + fact.label()
                        + " ".repeat(width + 2 - fact.label().length())
                        + fact.text().stripTrailing().replace("\n", indent))
                .collect(Collectors.joining());
        return code.code() + "  " + what() + body;
    }

    @Override
    public String getMessage() {
        return format();
    }
}
