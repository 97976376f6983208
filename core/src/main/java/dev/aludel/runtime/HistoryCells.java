package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the cells of Aludel's own tables, and says which row holds what Aludel never writes. */
record HistoryCells(Dialect dialect, TableName table, ResultSet row) {
    private static final int LONGEST = 60;

    RevisionId revision() throws SQLException {
        return id("revision", text("revision"));
    }

    List<RevisionId> parents() throws SQLException {
        List<RevisionId> parents = new ArrayList<>();
        for (String parent : text("parents").split(",", -1)) {
            if (!parent.isEmpty()) {
                parents.add(id("parents", parent));
            }
        }
        return parents;
    }

    Status status() throws SQLException {
        String word = text("status");
        Optional<Status> status = Status.find(word);
        if (status.isEmpty()) {
            throw damaged("status", word);
        }
        return status.get();
    }

    Instant instant(String column) throws SQLException {
        String shown = text(column);
        if (shown.isEmpty()) {
            throw damaged(column, shown);
        }
        try {
            return dialect.instant(row, column);
        } catch (DateTimeException unreadable) {
            throw damaged(column, shown);
        }
    }

    String text(String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private RevisionId id(String column, String text) throws SQLException {
        try {
            return RevisionId.of(text);
        } catch (AludelException illegal) {
            throw damaged(column, text);
        }
    }

    /** The first column of both tables names the row. */
    private AludelException damaged(String column, String value) throws SQLException {
        String found = value.isEmpty() ? "nothing" : "'" + shown(value) + "'";
        String key = shown(Objects.requireNonNullElse(row.getString(1), ""));
        return damaged(table, "The row '" + key + "' of " + table + " has " + found + " as its " + column + ".");
    }

    private static String shown(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + " …" : value;
    }

    /** Rows that Aludel did not write so. */
    static AludelException damaged(TableName table, String what) {
        return AludelException.of(ErrorCode.DAMAGED_HISTORY, what)
                .at("table " + table)
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        "Something else changed the table. Correct the row or delete it, then say with `aludel stamp REV`"
                                + " what is applied; `aludel log` tells what Aludel did.");
    }
}
