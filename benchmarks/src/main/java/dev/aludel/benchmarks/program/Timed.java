package dev.aludel.benchmarks.program;

import java.util.Arrays;
import java.util.Locale;

/** Times work inside of a program: the first run, as a start of an application pays it, and the median of later ones. */
public final class Timed {

    /** What is timed. */
    public interface Work {
        void run() throws Exception;
    }

    /** Makes what an application makes once and calls again and again. */
    public interface Preparation {
        Work prepare() throws Exception;
    }

    private Timed() {}

    /** Work for which nothing is kept from call to call. */
    public static void run(int times, Work work) throws Exception {
        prepare(times, () -> work);
    }

    /**
     * Prepares once, runs that often, at least once, and prints {@code first_ms}, which has the preparation, and, of more
     * runs than one, {@code warm_ms}.
     */
    public static void prepare(int times, Preparation preparation) throws Exception {
        long started = System.nanoTime();
        Work work = preparation.prepare();
        work.run();
        double first = (System.nanoTime() - started) / 1e6;
        double[] later = new double[Math.max(0, times - 1)];
        for (int run = 0; run < later.length; run++) {
            later[run] = millis(work);
        }
        Arrays.sort(later);
        String warm = later.length == 0 ? "" : String.format(Locale.ROOT, " warm_ms=%.2f", later[later.length / 2]);
        System.out.printf(Locale.ROOT, "first_ms=%.2f%s%n", first, warm);
    }

    /** The number of runs, which programs take as an optional last argument. */
    public static int times(String[] arguments, int place) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : 1;
    }

    private static double millis(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }
}
