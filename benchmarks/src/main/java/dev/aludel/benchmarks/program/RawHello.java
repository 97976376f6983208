package dev.aludel.benchmarks.program;

/** The bare JVM that prints a line. */
public final class RawHello {
    private RawHello() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
