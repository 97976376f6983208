package dev.aludel.cli;

import dev.aludel.error.AludelException;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Step;
import dev.aludel.runtime.EditedRevision;
import dev.aludel.runtime.HalfDone;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.PlannedStatement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells a person what a run does: a line a step, and a progress bar on a terminal when there are many. */
final class RunPrinter implements MigrationListener {
    private static final int MANY_STEPS = 20;

    private final Printer printer;
    private final boolean verbose;
    private @Nullable ProgressBar bar;
    private @Nullable ProgressBar backfill;

    RunPrinter(Printer printer, boolean verbose) {
        this.printer = printer;
        this.verbose = verbose;
    }

    @Override
    public void edited(List<EditedRevision> revisions) {
        for (EditedRevision each : revisions) {
            printer.warning("Look:    " + each.id() + " was edited after it was applied, in " + each.file()
                    + "; nothing runs again. `aludel repair` accepts it as it is.");
        }
    }

    @Override
    public void planned(int steps) {
        if (printer.isInteractive() && steps >= MANY_STEPS) {
            bar = progress("migrating", steps);
        }
    }

    @Override
    public void stepStarted(Step step, int number, int steps) {
        if (verbose && step.direction() != Direction.STAMP) {
            printer.line("Running " + describe(step));
        }
    }

    @Override
    public void statementStarted(Step step, PlannedStatement statement) {
        if (verbose) {
            String end = statement.sql().isPresent() ? ";" : "";
            printer.line("    " + statement.text().replace("\n", "\n    ") + end);
        }
    }

    @Override
    public void pooled() {
        printer.note(
                "Pooler:  a connection pooler or proxy stands before the database; each migration takes the lock for its"
                        + " own transaction.");
    }

    @Override
    public void stepSkipped(Step step, int number, int steps) {
        advance(number, steps);
        printer.note("Done by another run: " + describe(step));
    }

    private void advance(int number, int steps) {
        if (bar != null) {
            bar.step();
            if (number == steps) {
                bar.close();
            }
        }
    }

    @Override
    public void stepFinished(Step step, int number, int steps, Duration took) {
        advance(number, steps);
        String time = step.direction() == Direction.STAMP ? "" : "  (" + took.toMillis() + " ms)";
        printer.line((verbose ? "Done    " : "Running ") + describe(step) + time);
    }

    @Override
    public void wayBackNotStored(Step step) {
        printer.note("Keep the file of " + step.revision().id()
                + ": its way back is not SQL alone, so that the history cannot keep it.");
    }

    @Override
    public void stepContinued(Step step, HalfDone halfDone) {
        printer.note("Continuing " + step.revision().id() + ": " + halfDone.describe() + ".");
    }

    @Override
    public void backfilled(Step step, long rows, OptionalLong expected) {
        if (printer.isInteractive()) {
            if (backfill == null) {
                backfill = progress("backfilling", expected.orElse(-1));
            }
            backfill.stepTo(rows);
        } else if (verbose) {
            String of = expected.isPresent() ? " of about " + expected.getAsLong() : "";
            printer.note("    " + rows + of + " rows");
        }
    }

    @Override
    public void statementFinished(Step step, PlannedStatement statement, Duration took) {
        closeBackfill();
    }

    @Override
    public void stepFailed(Step step, AludelException failure) {
        closeBackfill();
        if (bar != null) {
            bar.close();
        }
    }

    private void closeBackfill() {
        if (backfill != null) {
            backfill.close();
            backfill = null;
        }
    }

    private static ProgressBar progress(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void blocked(Step step, String blockers, Duration pause) {
        printer.note("Blocked: " + blockers.replace("\n", "\n         ") + "\n         " + describe(step)
                + " begins anew in " + pause.toMillis() + " ms.");
    }

    @Override
    public void waitingForLock(String holder) {
        printer.note("Waiting for another run of Aludel: " + holder);
    }

    /** {@code upgrade 9c0d11aa42be -> 3f1a2b7c9d01, Add email field to Author}. */
    static String describe(Step step) {
        String message = step.revision().message();
        String tail = message.isEmpty() ? "" : ", " + message;
        return switch (step.direction()) {
            case UPGRADE ->
                "upgrade " + parents(step) + " -> " + step.revision().id() + tail;
            case DOWNGRADE -> "downgrade " + step.revision().id() + " -> " + parents(step) + tail;
            case STAMP -> "stamp " + step.before() + " -> " + step.after();
        };
    }

    private static String parents(Step step) {
        return new Heads(step.revision().down()).toString();
    }
}
