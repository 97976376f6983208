package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Optional;

/** Refuses to build from nothing in a database whose schema another tool has built already. */
final class OtherTools {
    private OtherTools() {}

    static void refuse(Optional<String> table) {
        if (table.isPresent()) {
            throw AludelException.of(
                            ErrorCode.OTHER_TOOL,
                            "This database is kept by another migration tool, and Aludel's history here is empty.")
                    .at("table " + table.get())
                    .state("Nothing was run; the database is as it was.")
                    .remedy(
                            "To take it over, write a migration that describes what is there (`aludel revision --autogenerate`"
                                    + " against an empty database), then `aludel stamp head` here."
                                    + " If the table is a leftover, drop or rename it.");
        }
    }
}
