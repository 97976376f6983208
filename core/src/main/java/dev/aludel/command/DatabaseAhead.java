package dev.aludel.command;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a database has revisions that the files do not have. */
final class DatabaseAhead {
    private DatabaseAhead() {}

    static AludelException failure(List<RevisionId> unknown, String database) {
        String ids = unknown.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return AludelException.of(
                        ErrorCode.DATABASE_AHEAD,
                        "Can't locate revision identified by " + ids
                                + ": applied to the database, but not among the migration files.")
                .at(database)
                .state("The database is ahead of the files; nothing was run.")
                .remedy("Restore the file from version control (deleted, or on a branch that is not here), or run the"
                        + " version of the application that has it. If gone for good, `aludel stamp --purge ID`"
                        + " writes down where the database stands.");
    }
}
