package dev.aludel.benchmarks.measure;

import java.util.Map;

/**
 * What one run of a program took.
 *
 * @param seconds the whole process, from its start to its end
 * @param peakMebibytes the most memory that it had at one time, as Linux counts it; 0 where that is not known
 * @param printed what the program said itself: {@code first_ms=…}, {@code warm_ms=…}
 */
public record Reading(double seconds, double peakMebibytes, Map<String, Double> printed) {
    public Reading {
        printed = Map.copyOf(printed);
    }
}
