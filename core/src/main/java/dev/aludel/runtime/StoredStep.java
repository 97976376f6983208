package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.Location;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.revision.RevisionId;
import dev.aludel.revision.Step;
import java.util.List;
import java.util.Optional;

/** The way back of a revision that has no file: the SQL that the history kept when it was applied. */
final class StoredStep {
    private StoredStep() {}

    /**
     * The planned step.
     *
     * @throws AludelException (HIS-003) where the history has no SQL, or other SQL than that which was begun
     */
    static PlannedStep plan(Step step, HistoryRow row, Dialect dialect, ExpectedTables tables, Standing standing) {
        RevisionId id = row.id();
        String place = "history, downgrade of " + id;
        String sql = row.downgradeSql().orElseThrow(() -> notStored(row));
        List<PlannedStatement> statements = sql.isBlank()
                ? List.of()
                : Statements.render(
                        List.of(new RecordedOperation(new ExecuteSql(sql), Optional.of(new Location(place, 1, true)))),
                        dialect,
                        tables);
        boolean begunOtherwise = standing.halfDone().stream()
                .anyMatch(each ->
                        each.id().equals(id) && !each.isUntouched() && each.statementsTotal() != statements.size());
        if (begunOtherwise) {
            throw ahead("The downgrade of " + id
                    + " was begun with its file, which counts its statements otherwise than" + " the history does.");
        }
        return new PlannedStep(step, Optional.of(place), row.checksum(), statements, List.of(id), List.of());
    }

    private static AludelException notStored(HistoryRow row) {
        return ahead("The way back of " + row.id() + (row.message().isEmpty() ? "" : " (" + row.message() + ")")
                + " is not in the history: it is not SQL alone, or the revision was stamped.");
    }

    private static AludelException ahead(String what) {
        return AludelException.of(ErrorCode.DATABASE_AHEAD, what)
                .state("No migration was run.")
                .remedy("Run the same command with the release, or the branch, that has the file.");
    }
}
