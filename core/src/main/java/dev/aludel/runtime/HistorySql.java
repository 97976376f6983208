package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.revision.Direction;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements that write the history and the log: one text for a run and for a script. */
final class HistorySql {
    private final Dialect dialect;
    private final HistoryTable tables;

    HistorySql(Dialect dialect, HistoryTable tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    /** Who runs a step, and how long it took in milliseconds, as SQL expressions. */
    record Run(String user, String millis) {}

    /** Adds the row of an applied revision. */
    String insert(PlannedRow row, Run run) {
        return insert(row, run, Status.APPLIED, row.statements(), Optional.empty());
    }

    /** Adds the row of a revision of which nothing is done yet. */
    String begin(PlannedRow row, Run run, Optional<String> progress) {
        return insert(row, run, Status.UPGRADING, 0, progress);
    }

    private String insert(PlannedRow row, Run run, Status status, int done, Optional<String> progress) {
        return "INSERT INTO " + history()
                + "\n    (revision, parents, message, checksum, status, applied_by, duration_ms,"
                + " statements_done, statements_total, tool_version, downgrade_sql"
                + (progress.isPresent() ? ", progress" : "") + ")\nVALUES ("
                + String.join(
                        ", ",
                        literal(row.id()),
                        parents(row.parents()),
                        dialect.literal(row.message()),
                        literal(row.checksum()),
                        dialect.literal(status.word()),
                        run.user(),
                        run.millis(),
                        String.valueOf(done),
                        String.valueOf(row.statements()),
                        dialect.literal(ToolVersion.current()),
                        literal(row.downgradeSql()))
                + progress.map(text -> ", " + dialect.literal(text)).orElse("") + ")";
    }

    /** An expression for when a half-done upgrade began. */
    String begun(RevisionId id) {
        return "(SELECT applied_at FROM " + history() + where(id) + ")";
    }

    /** Marks an applied revision as one of whose way back nothing is done yet. */
    String beginDowngrade(PlannedStep step, Optional<String> progress) {
        return "UPDATE " + history() + " SET status = " + dialect.literal(Status.DOWNGRADING.word())
                + ", checksum = " + literal(step.checksum()) + ", statements_done = 0, statements_total = "
                + step.statements().size() + ", progress = " + literal(progress)
                + where(step.step().revision().id());
    }

    /** Notes how far the statement is that works in batches. */
    String batch(RevisionId id, String progress, Optional<String> condition) {
        return "UPDATE " + history() + " SET progress = " + dialect.literal(progress) + where(id) + and(condition);
    }

    /** Notes how many statements of a half-done revision are done, and how far the next one is. */
    String progress(RevisionId id, int done, int total, Optional<String> progress, Optional<String> condition) {
        return "UPDATE " + history() + " SET statements_done = " + done + ", statements_total = " + total
                + ", progress = " + literal(progress) + where(id) + and(condition);
    }

    /** Marks a half-done revision as applied, now. */
    String finish(PlannedRow row, Run run) {
        return "UPDATE " + history() + " SET status = " + dialect.literal(Status.APPLIED.word()) + ", parents = "
                + parents(row.parents()) + ", message = " + dialect.literal(row.message()) + ", checksum = "
                + literal(row.checksum()) + ", statements_done = " + row.statements() + ", statements_total = "
                + row.statements() + ", progress = NULL, applied_by = " + run.user()
                + ", applied_at = current_timestamp"
                + ", duration_ms = " + run.millis() + ", tool_version = " + dialect.literal(ToolVersion.current())
                + ", downgrade_sql = " + literal(row.downgradeSql()) + where(row.id());
    }

    /** Marks a revision whose downgrade was begun as applied, as before. */
    String restore(RevisionId id) {
        return "UPDATE " + history() + " SET status = " + dialect.literal(Status.APPLIED.word())
                + ", statements_done = statements_total, progress = NULL" + where(id);
    }

    /** Replaces a checksum. */
    String checksum(RevisionId id, String checksum) {
        return "UPDATE " + history() + " SET checksum = " + dialect.literal(checksum) + where(id);
    }

    /** Replaces what a revision stands on. */
    String parents(RevisionId id, List<RevisionId> parents) {
        return "UPDATE " + history() + " SET parents = " + parents(parents) + where(id);
    }

    String delete(RevisionId id) {
        return "DELETE FROM " + history() + where(id);
    }

    /** Empties the history. */
    String deleteAll() {
        return "DELETE FROM " + history();
    }

    /** Adds a line to the log. */
    String log(Direction action, RevisionId id, String result, Run run, Optional<String> detail) {
        return log(action.name().toLowerCase(Locale.ROOT), id, result, run, detail);
    }

    String log(String action, RevisionId id, String result, Run run, Optional<String> detail) {
        return logLine(action, id, dialect.literal(result), run, detail);
    }

    /** Adds the line of a step that is done; fails where the condition does not hold, for a line must have a result. */
    String logDone(Direction action, RevisionId id, Run run, Optional<String> detail, String condition) {
        String result = "CASE WHEN " + condition + " THEN " + dialect.literal("done") + " END";
        return logLine(action.name().toLowerCase(Locale.ROOT), id, result, run, detail);
    }

    private String logLine(String action, RevisionId id, String result, Run run, Optional<String> detail) {
        return "INSERT INTO " + log() + " (action, revision, result, applied_by, duration_ms, detail)\nVALUES ("
                + String.join(
                        ", ", dialect.literal(action), literal(id), result, run.user(), run.millis(), literal(detail))
                + ")";
    }

    private static String and(Optional<String> condition) {
        return condition.map(text -> " AND " + text).orElse("");
    }

    String history() {
        return name(tables.history());
    }

    String log() {
        return name(tables.log());
    }

    String name(TableName table) {
        return name(dialect, table);
    }

    /** A table's name as SQL. */
    static String name(Dialect dialect, TableName table) {
        return table.schema().map(schema -> dialect.quote(schema) + ".").orElse("") + dialect.quote(table.name());
    }

    private String parents(List<RevisionId> parents) {
        return dialect.literal(parents.stream().map(RevisionId::value).collect(Collectors.joining(",")));
    }

    private String where(RevisionId id) {
        return " WHERE revision = " + literal(id);
    }

    private String literal(RevisionId id) {
        return dialect.literal(id.value());
    }

    private String literal(Optional<String> text) {
        return text.map(dialect::literal).orElse("NULL");
    }
}
