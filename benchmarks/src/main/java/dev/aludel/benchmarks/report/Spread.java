package dev.aludel.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The median of some values, with the least and the greatest. */
public record Spread(double median, double least, double most) {

    /** Of at least one value. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** {@code 0.58 (0.55–0.61)}; the value alone where there was no other. */
    @Override
    public String toString() {
        return least == most ? number(median) : number(median) + " (" + number(least) + "–" + number(most) + ")";
    }

    /** Three digits that say something. */
    public static String number(double value) {
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
