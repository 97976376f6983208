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
        return AludelException.of(ErrorCode.DATABASE_AHEAD, "Can't locate revision identified by " + ids)
                .at(database)
                .state("The database is ahead of these files; nothing was run and it is as it was.")
                .remedy("Bring back the migration file (it may have been deleted, or stand on another branch: pull it),"
                        + " or run the newer version of the application.");
    }
}
