package dev.aludel.error;

/**
 * Names every failure that Aludel reports, so that scripts can branch on it and the documentation has a page for it.
 *
 * <p>{@link #code()} is the stable name shown to people, {@link #category()} the stable name in JSON, and
 * {@link #exitCode()} what the process ends with: 1 failed, 2 usage or configuration, 3 differences found, 5 the
 * database is ahead of the files, 143 told to end.
 */
public enum ErrorCode {
    UNKNOWN_REVISION("REV-001", "no_such_revision", 1),
    AMBIGUOUS_REVISION("REV-002", "ambiguous_prefix", 1),
    DUPLICATE_REVISION("REV-003", "duplicate_revision", 1),
    MISSING_PARENT("REV-004", "missing_parent", 1),
    MULTIPLE_HEADS("REV-005", "multiple_heads", 1),
    CYCLE("REV-006", "cycle", 1),
    RELATIVE_OUT_OF_RANGE("REV-007", "relative_out_of_range", 1),
    AMBIGUOUS_WALK("REV-008", "ambiguous_walk", 1),
    INVALID_TARGET("REV-009", "other", 1),
    ILLEGAL_REVISION("REV-010", "other", 1),
    OVERLAPPING_REVISIONS("REV-011", "other", 1),

    MALFORMED_HEADER("SCR-001", "malformed_header", 1),
    MIGRATION_NOT_COMPILING("SCR-002", "compile", 1),
    UNREADABLE_FILE("SCR-003", "unreadable_file", 1),
    UNWRITABLE_FILE("SCR-004", "unwritable_file", 1),
    MALFORMED_SQL("SCR-005", "malformed_sql", 1),
    BROKEN_MIGRATION("SCR-006", "broken_migration", 1),
    HOOK_FAILED("SCR-007", "hook_failed", 1),

    DATABASE_UNREACHABLE("DBS-001", "unreachable", 1),
    ACCESS_DENIED("DBS-002", "access_denied", 1),
    DRIVER_MISSING("DBS-003", "driver_missing", 2),
    UNSUPPORTED_DATABASE("DBS-004", "unsupported_database", 2),
    DATABASE_FAILED("DBS-005", "database", 1),

    FOREIGN_HISTORY("HIS-001", "foreign_history", 1),
    OTHER_TOOL("HIS-002", "other_tool", 1),
    DATABASE_AHEAD("HIS-003", "database_ahead", 5),
    HALF_DONE("HIS-004", "half_done", 1),
    EDITED("HIS-005", "edited", 1),
    NOT_HALF_DONE("HIS-006", "not_half_done", 1),
    DAMAGED_HISTORY("HIS-007", "damaged_history", 1),

    NOT_UP_TO_DATE("RUN-001", "not_up_to_date", 1),
    MIGRATION_FAILED("RUN-002", "migration_failed", 1),
    STATEMENT_FAILED("RUN-003", "statement_failed", 1),
    LOCKED("RUN-004", "locked", 1),
    NOT_REVERSIBLE("RUN-005", "not_reversible", 1),
    NOT_SCRIPTABLE("RUN-006", "not_scriptable", 1),
    NOT_SUPPORTED("RUN-007", "not_supported", 1),
    LOCK_LOST("RUN-008", "lock_lost", 1),
    MOVED_MEANWHILE("RUN-009", "moved_meanwhile", 1),
    POOLED("RUN-010", "pooled", 1),
    INTERRUPTED("RUN-011", "interrupted", 143),
    IN_DOUBT("RUN-012", "in_doubt", 1),

    NO_ENTITIES("MOD-001", "no_entities", 2),
    MODEL_REFUSED("MOD-002", "model_refused", 1),
    MODEL_NOT_COMPILED("MOD-003", "not_compiled", 1),
    MODEL_STALE("MOD-004", "stale", 1),
    NO_MODEL("MOD-005", "no_model", 2),
    MODEL_DIFFERS("MOD-006", "differences", 3),
    INCONSISTENT_SCHEMA("MOD-007", "inconsistent_schema", 1),

    UNKNOWN_PROPERTY("CFG-001", "unknown_property", 2),
    NO_DATABASE("CFG-002", "no_database", 2),
    NO_DIRECTORY("CFG-003", "no_directory", 2),
    INVALID_VALUE("CFG-004", "invalid_value", 2),
    CLASS_PATH("CFG-005", "class_path", 2),
    USAGE("CFG-006", "usage", 2),
    EDITOR("CFG-007", "editor", 1);

    private final String code;
    private final String category;
    private final int exitCode;

    ErrorCode(String code, String category, int exitCode) {
        this.code = code;
        this.category = category;
        this.exitCode = exitCode;
    }

    /** The name that people see and look up, for example {@code REV-005}. */
    public String code() {
        return code;
    }

    /** The name that machines see in JSON, for example {@code multiple_heads}. */
    public String category() {
        return category;
    }

    /** What the process ends with when this failure reaches the command line. */
    public int exitCode() {
        return exitCode;
    }
}
