package dev.aludel.conformance.faults;

import dev.aludel.Aludel;

/**
 * A process that runs migrations. It says READY before it begins, and at the boundary whose number it is given it says HERE
 * and waits for its end. At its own end it says how many boundaries it passed.
 */
public final class Victim {
    private Victim() {}

    /** Arguments: URL, package of the migrations, {@code upgrade} or {@code downgrade}, the boundary's number or -1. */
    public static void main(String[] arguments) {
        Boundaries boundaries = new Boundaries(Integer.parseInt(arguments[3]), Victim::waitForTheEnd);
        Aludel aludel = Aludel.migrations(arguments[1]).listener(boundaries).on(new UrlDataSource(arguments[0]));
        say("READY");
        int steps = (arguments[2].equals("upgrade") ? aludel.upgrade("head") : aludel.downgrade("base"))
                .steps()
                .size();
        say("PASSED " + boundaries.passed());
        say("DONE " + steps);
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static void waitForTheEnd() throws InterruptedException {
        say("HERE");
        Thread.sleep(60_000);
        throw new IllegalStateException("nobody killed this process");
    }
}
