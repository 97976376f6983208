package dev.aludel.command;

import dev.aludel.dialect.FailureKind;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections, and says in people's words why one could not be had. */
final class Connections {
    private Connections() {}

    static Connection open(Database database) {
        try {
            return database.open();
        } catch (SQLException failure) {
            throw failure(database, failure);
        }
    }

    static AludelException failure(Database database, SQLException failure) {
        FailureKind kind = database.dialect().classify(failure);
        return switch (kind) {
            case UNREACHABLE ->
                refusal(ErrorCode.DATABASE_UNREACHABLE, "The database cannot be reached.", database, failure)
                        .state("Nothing was run.")
                        .remedy(
                                "Start the database, or correct host and port in the settings that the URL comes from.");
            case ACCESS_DENIED ->
                refusal(ErrorCode.ACCESS_DENIED, "The database refused the user or the password.", database, failure)
                        .state("Nothing was run.")
                        .remedy(
                                "Correct user and password in the settings that the URL comes from (the password is never shown).");
            case MISSING_PRIVILEGE ->
                refusal(ErrorCode.ACCESS_DENIED, "The database does not allow this to its user.", database, failure)
                        .state(
                                "What was committed before stays; the rest was rolled back. `aludel current` says where it is.")
                        .remedy("Grant the user the privilege that is missing (Aludel creates its own tables, too), or"
                                + " run the command as a user who has it.");
            case NO_SUCH_DATABASE ->
                refusal(ErrorCode.DATABASE_UNREACHABLE, "The server has no such database.", database, failure)
                        .state("Nothing was run.")
                        .remedy("Create the database, or correct its name in the URL.");
            default ->
                refusal(ErrorCode.DATABASE_FAILED, "The database reported a failure.", database, failure)
                        .state(
                                "What was committed before stays; the rest was rolled back. `aludel current` says where it is.")
                        .remedy("Mend what the database complains of and run the command again.");
        };
    }

    private static AludelException refusal(ErrorCode code, String what, Database database, SQLException failure) {
        return AludelException.of(code, what, failure)
                .at(database.describe())
                .with("db", database.dialect().describeFailure(failure));
    }
}
