package dev.aludel.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds parts by their names. Who asks often gets an index; most schemas are asked once or twice, on the way from one
 * operation to the next, for which it would cost more than it saves. Safe for many threads.
 */
final class ByName<N, P> {
    private static final int SCANS = 8;

    private final List<P> parts;
    private final Function<P, N> name;
    private int asked;
    private @Nullable Map<N, P> index;

    ByName(List<P> parts, Function<P, N> name) {
        this.parts = parts;
        this.name = name;
    }

    /** Of two with one name the first. */
    synchronized Optional<P> find(N wanted) {
        if (index == null && asked++ < SCANS) {
            return parts.stream()
                    .filter(part -> name.apply(part).equals(wanted))
                    .findFirst();
        }
        Map<N, P> known = index;
        if (known == null) {
            known = new HashMap<>();
            for (P part : parts) {
                known.putIfAbsent(name.apply(part), part);
            }
            index = known;
        }
        return Optional.ofNullable(known.get(wanted));
    }
}
