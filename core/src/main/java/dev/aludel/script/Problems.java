package dev.aludel.script;

import dev.aludel.error.AludelException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the failures of many files, so that a user sees them all at once. */
final class Problems {
    private final List<AludelException> failures = new ArrayList<>();

    void collect(Runnable work) {
        try {
            work.run();
        } catch (AludelException failure) {
            failures.add(failure);
        }
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Throws the first failure; the others follow it as facts, each with its place. */
    void throwIfAny() {
        if (failures.isEmpty()) {
            return;
        }
        AludelException first = failures.get(0);
        if (failures.size() == 1) {
            throw first;
        }
        for (AludelException other : failures.subList(1, failures.size())) {
            first = first.with(
                    "also", other.what() + "\n" + other.findFact("at").orElse(""));
            for (AludelException.Fact fact : other.facts()) {
                first = fact.label().equals("also") ? first.with("also", fact.text()) : first;
            }
        }
        throw first.remedy(failures.stream()
                .flatMap(failure -> failure.findFact("do").stream())
                .distinct()
                .collect(Collectors.joining("\n")));
    }
}
