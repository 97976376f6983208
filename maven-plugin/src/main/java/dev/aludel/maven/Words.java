package dev.aludel.maven;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the words of one command line; a parameter that was not given adds none. */
final class Words {
    private final List<String> all = new ArrayList<>();

    Words(String... words) {
        all.addAll(List.of(words));
    }

    Words flag(String option, boolean given) {
        return given ? operand(option) : this;
    }

    /** In one word with its value. */
    Words option(String option, @Nullable Object value) {
        return value == null ? this : operand(option + "=" + value);
    }

    Words options(String option, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(value -> option(option, value));
        }
        return this;
    }

    Words operand(@Nullable String word) {
        if (word != null) {
            all.add(word);
        }
        return this;
    }

    Words operands(@Nullable List<String> words) {
        if (words != null) {
            words.forEach(this::operand);
        }
        return this;
    }

    Words all(Words others) {
        return operands(others.all);
    }

    boolean has(String word) {
        return all.contains(word);
    }

    String[] toArray() {
        return all.toArray(String[]::new);
    }
}
