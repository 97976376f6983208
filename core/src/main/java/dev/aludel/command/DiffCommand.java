package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.FailureKind;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Migrator;
import dev.aludel.schema.Schema;
import dev.aludel.script.SchemaScript;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;

/**
 * Compares any two schemas: {@code aludel diff --from X --to Y}. What is not a database or the models is loaded into a
 * scratch database on the server, so that the server itself says what it makes of it. Changes nothing else.
 */
public final class DiffCommand {
    private final Environment environment;
    private final Path base;
    private final Function<String, Database> databases;

    /**
     * @param base what the names of files are relative to
     * @param databases finds the database for a JDBC URL
     */
    public DiffCommand(Environment environment, Path base, Function<String, Database> databases) {
        this.environment = environment;
        this.base = base;
        this.databases = databases;
    }

    /** What turns the first schema into the second, and what its reader must not miss. */
    public record Result(List<SchemaDifference> differences, List<Notice> notices) {}

    private interface Use<T> {
        T use(Connection connection, Schema schema) throws SQLException;
    }

    /** What separates two sides, each as {@link DiffSide#parse} reads it. */
    public Result run(String from, String to) {
        DiffSide left = DiffSide.parse(from, environment, databases);
        DiffSide right = DiffSide.parse(to, environment, databases);
        if (left.equals(right)) {
            return new Result(List.of(), List.of());
        }
        return new Comparison(server(left, right)).compare(left, right);
    }

    /** Where scratch databases are made: beside a database that is compared, else on the project's own server. */
    private Database server(DiffSide left, DiffSide right) {
        if (left instanceof DiffSide.Live one && right instanceof DiffSide.Live other) {
            requireOneProduct(one.database(), other.database());
        }
        if (left instanceof DiffSide.Live live) {
            return live.database();
        }
        return right instanceof DiffSide.Live live ? live.database() : environment.database();
    }

    private static void requireOneProduct(Database one, Database other) {
        if (!one.dialect().name().equals(other.dialect().name())) {
            throw AludelException.of(
                            ErrorCode.USAGE,
                            "Databases of two products cannot be compared: "
                                    + one.dialect().name() + " and "
                                    + other.dialect().name() + ".")
                    .at(one.describe() + "\n" + other.describe())
                    .state("Nothing was run.")
                    .remedy("Compare each with the models: aludel diff --from models --to URL");
        }
    }

    /** One comparison, with all it needs of one server. */
    private final class Comparison {
        private final Database server;
        private final Dialect dialect;
        private final ComparedSchemas schemas;

        private Comparison(Database server) {
            this.server = server;
            this.dialect = server.dialect();
            this.schemas = new ComparedSchemas(environment, dialect);
        }

        /** A model is spelled by the database of the other side, and may leave names open, which that one gives. */
        private Result compare(DiffSide left, DiffSide right) {
            if (right instanceof DiffSide.Models) {
                return with(left, (connection, live) -> result(draft(live, schemas.model(connection, live)), live));
            }
            if (left instanceof DiffSide.Models) {
                return with(right, (connection, live) -> {
                    MigrationDraft draft = draft(live, schemas.model(connection, live));
                    return result(draft.reversed(), draft.applyTo(live));
                });
            }
            return with(left, (one, before) -> with(right, (other, after) -> result(draft(before, after), before)));
        }

        private static MigrationDraft draft(Schema before, Schema after) {
            return MigrationDraft.between(before, after, RenameHints.none());
        }

        private Result result(MigrationDraft draft, Schema before) {
            return new Result(SchemaDifference.list(draft, before, dialect), draft.notices());
        }

        private <T> T with(DiffSide side, Use<T> use) {
            Database database = side instanceof DiffSide.Live live ? live.database() : server;
            try {
                if (side instanceof DiffSide.Live) {
                    try (Connection connection = Connections.open(database)) {
                        return use.use(connection, schemas.live(connection));
                    }
                }
                try (ScratchDatabase scratch = scratch()) {
                    fill(scratch, side);
                    return use.use(scratch.connection(), schemas.live(scratch.connection()));
                }
            } catch (SQLException failure) {
                throw Connections.failure(database, failure);
            }
        }

        private ScratchDatabase scratch() throws SQLException {
            try {
                return dialect.scratch(server::open);
            } catch (SQLException failure) {
                if (dialect.classify(failure) != FailureKind.MISSING_PRIVILEGE) {
                    throw failure;
                }
                throw AludelException.of(
                                ErrorCode.ACCESS_DENIED,
                                "The comparison needs a scratch database, which this user may not create.",
                                failure)
                        .at(server.describe())
                        .with("db", dialect.describeFailure(failure))
                        .state("Nothing was created.")
                        .remedy("Grant the user the right to create databases, or name a server for development with"
                                + " --url.");
            }
        }

        private void fill(ScratchDatabase scratch, DiffSide side) throws SQLException {
            if (side instanceof DiffSide.Script script) {
                load(scratch, SchemaScript.read(base, script.name()));
            } else if (side instanceof DiffSide.Migrations) {
                replay(scratch);
            }
        }

        private void replay(ScratchDatabase scratch) throws SQLException {
            Scripts scripts = environment.scripts().get();
            RevisionTarget heads = RevisionTarget.parse("heads");
            new Migrator(scripts, dialect, environment.tables(), environment.lockTimeout(), MigrationListener.SILENT)
                    .run(scratch.connection(), current -> scripts.graph().upgrade(current, heads));
        }

        private void load(ScratchDatabase scratch, SchemaScript script) throws SQLException {
            for (SchemaScript.Part part : script.parts()) {
                for (SqlStatement statement : dialect.split(part.text())) {
                    execute(scratch.connection(), part, statement);
                }
            }
            scratch.resetSession();
        }

        private void execute(Connection connection, SchemaScript.Part part, SqlStatement statement) {
            try (Statement sent = connection.createStatement()) {
                sent.execute(statement.sql());
            } catch (SQLException failure) {
                throw AludelException.of(
                                ErrorCode.STATEMENT_FAILED, "A statement of " + part.file() + " failed.", failure)
                        .at(part.file() + ":" + statement.line())
                        .with("db", dialect.describeFailure(failure))
                        .state("It ran in a scratch database, which is gone again; yours is as it was.")
                        .remedy("Correct the file. It must make the whole schema from an empty database.");
            }
        }
    }
}
