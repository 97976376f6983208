package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.Column;
import dev.aludel.schema.TableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two schemas cannot tell, and a person says.
 *
 * @param renames {@code old:new} or {@code table.old:new}
 * @param fillings {@code table.column=SQL}: what the rows that are there get in a column that must not be null
 * @param questions asks for what neither says
 */
public record Answers(List<String> renames, List<String> fillings, Questions questions) {
    private static final Pattern FILLING =
            Pattern.compile("(?<table>[^=]+)\\.(?<column>[^=.]+)=(?<sql>.*\\S.*)", Pattern.DOTALL);

    public Answers {
        renames = List.copyOf(renames);
        fillings = List.copyOf(fillings);
    }

    /** Nothing is said, and nobody asked. */
    public static Answers none() {
        return new Answers(List.of(), List.of(), Questions.none());
    }

    /**
     * The values to look up.
     *
     * @throws AludelException (CFG-006) when a filling has another form
     */
    Values values() {
        Map<String, String> said = new LinkedHashMap<>();
        for (String filling : fillings) {
            Matcher matcher = FILLING.matcher(filling);
            if (!matcher.matches()) {
                throw wrong("'" + filling + "' does not say what a column is filled with.");
            }
            said.put(
                    matcher.group("table") + "." + matcher.group("column"),
                    matcher.group("sql").strip());
        }
        return new Values(said, questions);
    }

    private static AludelException wrong(String what) {
        return AludelException.of(ErrorCode.USAGE, what)
                .state("No file was written and the database is as it was.")
                .remedy(
                        "Write --fill table.column=SQL, for example --fill author.email=\"'unknown'\", for a column that"
                                + " is new or becomes not null.");
    }

    /** Remembers which of the fillings were asked for. */
    static final class Values {
        private final Map<String, String> said;
        private final Questions questions;
        private final Set<String> used = new HashSet<>();

        private Values(Map<String, String> said, Questions questions) {
            this.said = said;
            this.questions = questions;
        }

        Optional<String> find(TableName table, Column column) {
            String name = table + "." + column.name();
            used.add(name);
            return Optional.ofNullable(said.get(name)).or(() -> questions.value(table, column));
        }

        /** @throws AludelException (CFG-006) when a filling was for a column that needs none */
        void requireUsed() {
            said.keySet().stream()
                    .filter(name -> !used.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw wrong("--fill " + name + " fits no change: no such column is added or becomes not null.");
                    });
        }
    }
}
