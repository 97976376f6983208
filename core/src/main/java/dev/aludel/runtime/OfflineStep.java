package dev.aludel.runtime;

import dev.aludel.dialect.OfflineSql;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Heads;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one step of a script: its statements, its rows in the history and its line in the log, guarded. */
final class OfflineStep {
    private final OfflineSql sql;
    private final HistorySql history;
    private final Optional<String> detail;
    private final boolean purge;

    /** @param purge forget all rows first, and check nothing */
    OfflineStep(OfflineSql sql, HistorySql history, Optional<String> detail, boolean purge) {
        this.sql = sql;
        this.history = history;
        this.detail = detail;
        this.purge = purge;
    }

    String render(PlannedStep planned, int number, int steps) {
        List<String> lines = new ArrayList<>();
        lines.add(OfflineScript.comment(number + " of " + steps + ": " + describe(planned.step())));
        planned.file().ifPresent(file -> lines.add(OfflineScript.comment(file)));
        if (planned.statements().stream().allMatch(PlannedStatement::transactional)) {
            addTransaction(planned, lines);
        } else {
            addParts(planned, lines);
        }
        return String.join("\n", lines);
    }

    private void addTransaction(PlannedStep planned, List<String> lines) {
        HistorySql.Run run = new HistorySql.Run(sql.user(), sql.millisSince("current_timestamp"));
        lines.add(sql.begin());
        lines.add(purge ? sql.lock() : sql.expect(ids(planned.step().before()), ""));
        addStatements(planned.statements(), lines);
        if (purge) {
            lines.add(end(history.deleteAll()));
        } else {
            planned.deleted().forEach(id -> lines.add(end(history.delete(id))));
        }
        planned.inserted().forEach(row -> lines.add(end(history.insert(row, run))));
        addLog(planned.step(), run, lines);
        lines.add(sql.commit());
    }

    /**
     * What cannot be one transaction counts its statements in the history, so that script and {@code aludel upgrade} know
     * after a failure where it stopped.
     */
    private void addParts(PlannedStep planned, List<String> lines) {
        Step step = planned.step();
        boolean upgrade = step.direction() == Direction.UPGRADE;
        RevisionId id = step.revision().id();
        List<String> heads = ids(upgrade ? step.before() : step.after());
        Status status = upgrade ? Status.UPGRADING : Status.DOWNGRADING;
        lines.add(OfflineScript.comment(
                "This migration has statements that refuse transactions: they stand outside, and after a failure"));
        lines.add(OfflineScript.comment("those before it stay. The history counts what is done; `aludel "
                + (upgrade ? "upgrade" : "downgrade") + "` continues there."));
        lines.add(sql.holdOutsideTransactions());
        lines.add(sql.begin());
        lines.add(sql.expect(ids(step.before()), ""));
        HistorySql.Run begun = new HistorySql.Run(sql.user(), "0");
        if (upgrade) {
            planned.inserted().forEach(row -> lines.add(end(history.begin(row, begun, planned.announcement(0)))));
        } else {
            lines.add(end(history.beginDowngrade(planned, planned.announcement(0))));
            planned.deletedWithIt().forEach(squashed -> lines.add(end(history.delete(squashed))));
        }
        lines.add(sql.commit());
        for (Segment segment : planned.segments(statement -> !statement.transactional())) {
            addPart(planned, segment, status, lines);
        }
        lines.add(sql.begin());
        lines.add(sql.expect(heads, halfDone(id, status, planned.statements().size())));
        HistorySql.Run run = new HistorySql.Run(sql.user(), upgrade ? sql.millisSince(history.begun(id)) : "0");
        addLog(step, run, lines);
        if (upgrade) {
            planned.inserted().forEach(row -> lines.add(end(history.finish(row, run))));
        } else {
            lines.add(end(history.delete(id)));
        }
        lines.add(sql.commit());
        lines.add(sql.end());
    }

    private void addPart(PlannedStep planned, Segment segment, Status status, List<String> lines) {
        Step step = planned.step();
        RevisionId id = step.revision().id();
        List<String> heads = ids(status == Status.UPGRADING ? step.before() : step.after());
        String guard = sql.expect(heads, halfDone(id, status, segment.first()));
        String progress = end(history.progress(
                id, segment.end(), planned.statements().size(), planned.announcement(segment.end()), Optional.empty()));
        if (segment.transactional()) {
            lines.add(sql.begin());
        }
        lines.add(guard);
        addStatements(segment.statements(), lines);
        lines.add(progress);
        if (segment.transactional()) {
            lines.add(sql.commit());
        }
    }

    private static void addStatements(List<PlannedStatement> statements, List<String> lines) {
        for (PlannedStatement statement : statements) {
            if (statement.isBatched()) {
                lines.add(OfflineScript.comment(
                        "All rows at once; `aludel` itself goes in batches, and locks fewer rows at a time."));
            }
            lines.add(end(statement.text()));
        }
    }

    private void addLog(Step step, HistorySql.Run run, List<String> lines) {
        lines.add(end(history.log(step.direction(), step.revision().id(), "done", run, detail)));
    }

    private static String halfDone(RevisionId id, Status status, int done) {
        return id.value() + " " + status.word() + " " + done;
    }

    private static List<String> ids(Heads heads) {
        return heads.ids().stream().map(RevisionId::value).toList();
    }

    private static String end(String statement) {
        return statement + ";";
    }

    /** {@code upgrade a1 -> b2 (add email)}. */
    private static String describe(Step step) {
        String message = step.revision().message();
        return step.direction().name().toLowerCase(Locale.ROOT) + " " + step.before() + " -> " + step.after()
                + (message.isEmpty() || step.direction() == Direction.STAMP ? "" : " (" + message + ")");
    }
}
