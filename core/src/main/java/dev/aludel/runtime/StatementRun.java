package dev.aludel.runtime;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.operation.RunJava;
import dev.aludel.revision.Step;
import dev.aludel.script.Frames;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Sends the statements of a step, and runs its Java code, in whatever transaction the connection has. */
final class StatementRun implements LockRetry.Subject {
    private static final int LONGEST_LINE = 100;

    private final RunContext context;
    private final PlannedStep planned;
    private final StepWords words;
    private Optional<PlannedStatement> last = Optional.empty();
    private boolean javaBegun;

    StatementRun(RunContext context, PlannedStep planned) {
        this.context = context;
        this.planned = planned;
        this.words = new StepWords(planned);
    }

    /** Something that a statement does. */
    interface Work {
        void run() throws SQLException;
    }

    /** Does the statement at this index, from 0. */
    void run(int index) {
        PlannedStatement statement = planned.statements().get(index);
        if (statement.operation() instanceof RunJava java) {
            context.interruption().require();
            tell(statement, () -> runJava(java, statement));
        } else {
            run(index, () -> send(statement));
        }
        statement.operations().forEach(context.tables()::follow);
    }

    private void send(PlannedStatement statement) throws SQLException {
        if (!statement.late()) {
            context.interruption().execute(context.connection(), statement.text());
            return;
        }
        for (SqlStatement each : context.dialect().renderJoined(statement.operations(), context.tables())) {
            context.interruption().execute(context.connection(), each.sql());
        }
    }

    /** Does the statement at this index in a way of its own. */
    void run(int index, Work work) {
        PlannedStatement statement = planned.statements().get(index);
        tell(statement, () -> {
            try {
                work.run();
            } catch (SQLException failure) {
                throw failed(index, statement, failure);
            } catch (AludelException refused) {
                throw refused.findFact("at").isPresent()
                        ? refused
                        : refused.at(statement.where().map(Object::toString).orElse(words.file()));
            }
        });
    }

    @Override
    public Step step() {
        return planned.step();
    }

    @Override
    public void beginPart() {
        javaBegun = false;
    }

    @Override
    public boolean hasRunJava() {
        return javaBegun;
    }

    @Override
    public Optional<String> last() {
        return last.map(PlannedStatement::text);
    }

    private void tell(PlannedStatement statement, Runnable work) {
        last = Optional.of(statement);
        context.listener().statementStarted(planned.step(), statement);
        long started = System.nanoTime();
        work.run();
        context.listener().statementFinished(planned.step(), statement, Duration.ofNanos(System.nanoTime() - started));
    }

    private void runJava(RunJava java, PlannedStatement statement) {
        try {
            javaBegun = true;
            boolean before = context.connection().getAutoCommit();
            java.step().run(context.connection());
            if (context.connection().getAutoCommit() != before) {
                throw new IllegalStateException("the step changed the connection's auto-commit mode");
            }
        } catch (Exception | LinkageError | AssertionError failure) {
            throw AludelException.of(
                            ErrorCode.MIGRATION_FAILED,
                            "The step '" + java.description() + "' threw while " + words.doing() + ": "
                                    + describe(failure),
                            failure)
                    .at(Frames.findPlace(words.file(), failure)
                            .or(() -> statement.where().map(Object::toString))
                            .orElse(words.file()));
        }
    }

    private String describe(Throwable failure) {
        return failure instanceof SQLException sql ? context.dialect().describeFailure(sql) : failure.toString();
    }

    private AludelException failed(int index, PlannedStatement statement, SQLException failure) {
        String what = "Statement " + (index + 1) + " of " + planned.statements().size() + " failed while "
                + words.doing() + ".";
        AludelException told = AludelException.of(ErrorCode.STATEMENT_FAILED, what, failure)
                .at(statement.where().map(Object::toString).orElse(words.file()) + "   " + firstLine(statement.text()))
                .with("db", context.dialect().describeFailure(failure));
        return remedy(failure).map(told::remedy).orElse(told);
    }

    /** For failures that no change of the file mends; a step in parts knows more, such as where it continues. */
    private Optional<String> remedy(SQLException failure) {
        if (!planned.isTransactional()) {
            return Optional.empty();
        }
        String again = ", and run " + words.again() + " again.";
        return switch (context.dialect().classify(failure)) {
            case CONNECTION_LOST -> Optional.of("See that the database answers" + again);
            case READ_ONLY -> Optional.of("Use a server and a user that may write" + again);
            case MISSING_PRIVILEGE -> Optional.of("Grant the user the privilege that is missing" + again);
            default -> Optional.empty();
        };
    }

    /** For people. */
    static String firstLine(String sql) {
        String line = sql.strip().lines().findFirst().orElse("");
        return line.length() > LONGEST_LINE || sql.strip().contains("\n")
                ? line.substring(0, Math.min(LONGEST_LINE, line.length())) + " …"
                : line;
    }
}
