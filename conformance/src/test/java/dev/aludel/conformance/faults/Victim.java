package dev.aludel.conformance.faults;

import dev.aludel.Aludel;
import dev.aludel.revision.Step;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.PlannedStatement;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A process that runs migrations. It says READY before it begins, and at the boundary whose number it is given it says HERE
 * and waits for its end. At its own end it says how many boundaries it passed.
 */
public final class Victim {
    private Victim() {}

    /** Arguments: URL, package of the migrations, {@code upgrade} or {@code downgrade}, the boundary's number or -1. */
    public static void main(String[] arguments) {
        Boundaries boundaries = new Boundaries(Integer.parseInt(arguments[3]));
        Aludel aludel = Aludel.migrations(arguments[1]).listener(boundaries).on(new UrlDataSource(arguments[0]));
        say("READY");
        int steps = (arguments[2].equals("upgrade") ? aludel.upgrade("head") : aludel.downgrade("base"))
                .steps()
                .size();
        say("PASSED " + boundaries.passed);
        say("DONE " + steps);
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    /** Stops the process where one part of the work is done, and the next is not begun. */
    private static final class Boundaries implements MigrationListener {
        private final int wanted;
        private int passed;

        Boundaries(int wanted) {
            this.wanted = wanted;
        }

        private void pass() {
            if (passed++ == wanted) {
                say("HERE");
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("nobody killed this process");
            }
        }

        @Override
        public void statementStarted(Step step, PlannedStatement statement) {
            pass();
        }

        @Override
        public void statementFinished(Step step, PlannedStatement statement, Duration took) {
            pass();
        }

        @Override
        public void backfilled(Step step, long rows, OptionalLong expected) {
            pass();
        }

        @Override
        public void stepFinished(Step step, int number, int steps, Duration took) {
            pass();
        }
    }
}
