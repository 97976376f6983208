package dev.aludel.runtime;

import dev.aludel.dialect.Dialect;
import java.sql.Connection;

/** What all steps of one run share. */
record RunContext(
        Connection connection,
        Dialect dialect,
        HeldLock lock,
        History past,
        HistoryWriter history,
        MigrationListener listener,
        LiveTables tables,
        Timeouts timeouts,
        SessionLimits limits,
        Turns turns,
        Interruption interruption) {}
