package dev.aludel.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of one question: a value of every contender in every round. Ratios are made within a round, since the
 * machine may be faster in the next one.
 */
public final class Table {
    private final String title;
    private final String unit;
    private final String goal;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /** The contender that is added first is the yardstick. */
    public Table(String title, String unit, String goal) {
        this.title = title;
        this.unit = unit;
        this.goal = goal;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    public String goal() {
        return goal;
    }

    public void add(String contender, double value) {
        values.computeIfAbsent(contender, name -> new ArrayList<>()).add(value);
    }

    public List<String> contenders() {
        return List.copyOf(values.keySet());
    }

    public Spread value(String contender) {
        return Spread.of(of(contender));
    }

    /** To the yardstick, round by round. */
    public Spread ratio(String contender) {
        return ratio(contender, contenders().get(0));
    }

    /** To another contender, round by round. A contender that ran in fewer rounds is compared in those. */
    public Spread ratio(String contender, String other) {
        List<Double> mine = of(contender);
        List<Double> theirs = of(other);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(mine.size(), theirs.size()); round++) {
            ratios.add(mine.get(round) / theirs.get(round));
        }
        return Spread.of(ratios);
    }

    public int rounds(String contender) {
        return of(contender).size();
    }

    private List<Double> of(String contender) {
        return Optional.ofNullable(values.get(contender))
                .orElseThrow(() -> new IllegalArgumentException(contender + " was not measured: " + title));
    }
}
