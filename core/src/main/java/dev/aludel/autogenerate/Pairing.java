package dev.aludel.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Pairs what is wanted with what is there by what it says, one to one. Those that agree in name too find each other
 * first, then those with a name of their own, so that a part without a name takes what the others leave.
 */
final class Pairing<T> {
    private final List<Pair<T>> pairs = new ArrayList<>();
    private final List<T> missing;
    private final List<T> surplus;
    private final Function<T, Object> structure;
    private final Function<T, Optional<String>> name;

    /** The same thing on both sides. */
    record Pair<T>(T live, T wanted) {}

    private Pairing(List<T> live, List<T> wanted, Function<T, Object> structure, Function<T, Optional<String>> name) {
        this.structure = structure;
        this.name = name;
        this.missing = new ArrayList<>(wanted);
        this.surplus = new ArrayList<>(live);
        surplus.sort(Comparator.comparing(part -> name.apply(part).orElse("")));
    }

    static <T> Pairing<T> of(
            List<T> live, List<T> wanted, Function<T, Object> structure, Function<T, Optional<String>> name) {
        Pairing<T> pairing = new Pairing<>(live, wanted, structure, name);
        pairing.pair(part -> true, true);
        pairing.pair(part -> name.apply(part).isPresent(), false);
        pairing.pair(part -> true, false);
        return pairing;
    }

    private void pair(Predicate<T> takesPart, boolean byName) {
        for (T wanted : List.copyOf(missing)) {
            Optional<T> found = takesPart.test(wanted) ? find(wanted, byName) : Optional.empty();
            found.ifPresent(live -> {
                pairs.add(new Pair<>(live, wanted));
                surplus.remove(live);
                missing.remove(wanted);
            });
        }
    }

    private Optional<T> find(T wanted, boolean byName) {
        return surplus.stream()
                .filter(live -> structure.apply(live).equals(structure.apply(wanted)))
                .filter(live -> !byName || name.apply(live).equals(name.apply(wanted)))
                .findFirst();
    }

    List<Pair<T>> pairs() {
        return pairs;
    }

    /** Wanted and not there; may be edited. */
    List<T> missing() {
        return missing;
    }

    /** There and not wanted, by name; may be edited. */
    List<T> surplus() {
        return surplus;
    }
}
