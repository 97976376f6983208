package dev.aludel.command;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** Asks a supplier once and keeps the answer while memory is plenty; one that failed is asked again. Safe for many threads. */
final class Kept<T> implements Supplier<T> {
    private final Supplier<T> source;
    private SoftReference<T> kept = new SoftReference<>(null);

    Kept(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = kept.get();
        if (known == null) {
            known = source.get();
            kept = new SoftReference<>(known);
        }
        return known;
    }
}
