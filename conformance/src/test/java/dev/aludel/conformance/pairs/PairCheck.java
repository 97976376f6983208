package dev.aludel.conformance.pairs;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Takes one pair from old to new and back, and tells what went wrong. */
final class PairCheck {

    /** How it ended. */
    enum Outcome {
        PASSED,
        /** The server does not take one of the two schemas: nothing to check. */
        NOT_LOADED,
        FAILED
    }

    /** The outcome, and for people what happened. */
    record Result(Outcome outcome, String what) {}

    private final PairServer server;
    private final SchemaPair pair;
    private final Dialect dialect;

    PairCheck(PairServer server, SchemaPair pair) {
        this.server = server;
        this.pair = pair;
        this.dialect = server.dialect();
    }

    Result run() throws SQLException {
        Connection live = server.create(pair.roles());
        Connection wanted = server.create(pair.roles());
        try {
            try {
                server.load(live, pair.oldDdl());
                server.load(wanted, pair.newDdl());
            } catch (SQLException refused) {
                return new Result(Outcome.NOT_LOADED, refused.getMessage());
            }
            server.reset(live);
            server.reset(wanted);
            if (!pair.seed().isEmpty()) {
                server.load(live, pair.seed());
            }
            return new Result(Outcome.PASSED, migrate(live, wanted));
        } catch (Wrong wrong) {
            return new Result(Outcome.FAILED, wrong.getMessage());
        } catch (RuntimeException | SQLException | AssertionError bug) {
            return new Result(Outcome.FAILED, "threw " + bug);
        } finally {
            server.drop(live);
            server.drop(wanted);
        }
    }

    private String migrate(Connection live, Connection wanted) throws SQLException {
        Schema before = inspect(live);
        Schema after = inspect(wanted);
        List<String> oldDump = server.dump(live);
        List<String> newDump = server.dump(wanted);
        List<String> rows = server.rows(live);
        MigrationDraft draft = MigrationDraft.between(before, after, RenameHints.none());
        run(live, draft.upgrade(), before, "upgrade");
        compare("after the upgrade", newDump, server.dump(live));
        settled("a second comparison", MigrationDraft.between(inspect(live), after, RenameHints.none()));
        kept(rows, server.rows(live));
        run(live, draft.downgrade(), inspect(live), "downgrade");
        compare("after the downgrade", oldDump, server.dump(live));
        settled("a comparison after the downgrade", MigrationDraft.between(inspect(live), before, RenameHints.none()));
        return "";
    }

    private Schema inspect(Connection connection) throws SQLException {
        return dialect.normalize(dialect.inspect(connection, server.everything(connection)));
    }

    private void run(Connection connection, List<Operation> operations, Schema before, String direction)
            throws SQLException {
        Schema state = before;
        List<String> done = new ArrayList<>();
        for (Operation operation : operations) {
            for (SqlStatement each : dialect.render(operation, TableLookup.of(state))) {
                done.add(each.sql());
                try (Statement statement = connection.createStatement()) {
                    statement.execute(each.sql());
                } catch (SQLException refused) {
                    throw new Wrong(direction + ": "
                            + refused.getMessage().lines().findFirst().orElse("") + "\n    "
                            + String.join(";\n    ", done));
                }
            }
            state = operation.applyTo(state);
        }
    }

    private static void compare(String when, List<String> expected, List<String> actual) {
        if (!expected.equals(actual)) {
            List<String> missing = new ArrayList<>(expected);
            actual.forEach(missing::remove);
            List<String> surplus = new ArrayList<>(actual);
            expected.forEach(surplus::remove);
            throw new Wrong(
                    when + " the database's own dump differs\n    missing: " + String.join("\n             ", missing)
                            + "\n    surplus: " + String.join("\n             ", surplus));
        }
    }

    private static void settled(String what, MigrationDraft draft) {
        if (!draft.upgrade().isEmpty()) {
            throw new Wrong(what + " finds: "
                    + String.join(
                            "; ",
                            draft.upgrade().stream().map(Operation::describe).toList()));
        }
    }

    /** Tables that are there before and after have the rows that they had. */
    private static void kept(List<String> before, List<String> after) {
        List<String> tables = after.stream().map(line -> line.split(" ", 2)[0]).toList();
        List<String> lost = before.stream()
                .filter(line -> tables.contains(line.split(" ", 2)[0]) && !after.contains(line))
                .toList();
        if (!lost.isEmpty()) {
            throw new Wrong("rows are gone, before: " + lost + ", after: " + after);
        }
    }

    /** Something that is not as it should be. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }
}
