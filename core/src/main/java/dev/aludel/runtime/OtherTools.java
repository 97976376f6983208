package dev.aludel.runtime;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Knows other tools' tables; refuses to build from nothing in a database whose schema another tool has built already. */
public final class OtherTools {
    /** The tables that Alembic, Flyway and Liquibase keep. */
    public static final List<String> TABLES = List.of(
            "alembic_version", "flyway_schema_history", "schema_version", "databasechangelog", "databasechangeloglock");

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
