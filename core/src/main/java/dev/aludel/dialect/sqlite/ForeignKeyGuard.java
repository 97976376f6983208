package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.StepGuard;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.ExecuteSql;
import dev.aludel.operation.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps foreign keys from acting while tables are made anew, and looks at all of them before that is committed. To drop a
 * table deletes its rows, which {@code ON DELETE CASCADE} would follow into other tables. The setting that prevents it takes
 * no effect within a transaction, so that it is made before.
 *
 * <p>Rows that referred to nothing before may go on so: a step is refused for those that it makes.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_foreign_key_check">foreign_key_check</a>
 */
final class ForeignKeyGuard implements StepGuard {
    private static final Pattern DROP_TABLE = Pattern.compile("\\bdrop\\s+table\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final boolean enforced;
    private final Optional<Map<String, Long>> before;

    private ForeignKeyGuard(Connection connection, boolean enforced) throws SQLException {
        this.connection = connection;
        this.enforced = enforced;
        this.before = findViolations();
    }

    static StepGuard of(Connection connection, List<Operation> operations) throws SQLException {
        if (operations.stream().noneMatch(ForeignKeyGuard::dropsTables)) {
            return StepGuard.none();
        }
        boolean enforced = isOn(connection, "foreign_keys");
        if (enforced) {
            execute(connection, "PRAGMA foreign_keys = OFF");
        }
        if (isOn(connection, "foreign_keys")) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_FAILED,
                            "The connection goes on enforcing foreign keys, which it must not while tables are made anew.")
                    .state("Nothing was run; the database is as it was.")
                    .remedy("Let the run have a connection without an open transaction.");
        }
        return new ForeignKeyGuard(connection, enforced);
    }

    /** A script of SQL may make a table anew, too. */
    private static boolean dropsTables(Operation operation) {
        return operation instanceof DropTable
                || TableChanges.needTables(operation)
                || (operation instanceof ExecuteSql sql
                        && DROP_TABLE.matcher(sql.sql()).find());
    }

    @Override
    public void beforeCommit() throws SQLException {
        if (before.isEmpty()) {
            return;
        }
        Map<String, Long> after = violations();
        List<String> made = new ArrayList<>();
        after.forEach((where, count) -> {
            long more = count - before.get().getOrDefault(where, 0L);
            if (more > 0) {
                made.add(more + (more == 1 ? " row of " : " rows of ") + where);
            }
        });
        if (!made.isEmpty() && sum(after) > sum(before.get())) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_FAILED,
                            "Foreign keys do not hold: there would be rows that refer to rows which are not there.")
                    .with("rows", String.join("\n", made))
                    .state("This migration's transaction was rolled back: nothing of it is left.")
                    .remedy(
                            "Delete or correct these rows first, in the same migration or by hand: PRAGMA foreign_key_check"
                                    + " lists them.");
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Empty where a foreign key refers to what can be no target, which SQLite finds out only now and nobody else minds. */
    private Optional<Map<String, Long>> findViolations() throws SQLException {
        try {
            return Optional.of(violations());
        } catch (SQLException mismatch) {
            if (!String.valueOf(mismatch.getMessage()).contains("foreign key mismatch")) {
                throw mismatch;
            }
            return Optional.empty();
        }
    }

    private Map<String, Long> violations() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"table\" || ' that refer to ' || parent, count(*) FROM pragma_foreign_key_check GROUP BY 1")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        // A rebuild that failed has not come to set it back.
        execute(connection, "PRAGMA legacy_alter_table = OFF");
        if (enforced) {
            execute(connection, "PRAGMA foreign_keys = ON");
        }
    }

    private static boolean isOn(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
