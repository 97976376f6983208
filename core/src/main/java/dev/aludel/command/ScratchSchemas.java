package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.FailureKind;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionTarget;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Migrator;
import dev.aludel.script.SchemaScript;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes schemas in scratch databases on a server, so that the server itself says what it makes of them. */
final class ScratchSchemas {
    private final Environment environment;
    private final Database server;
    private final Dialect dialect;

    ScratchSchemas(Environment environment, Database server) {
        this.environment = environment;
        this.server = server;
        this.dialect = server.dialect();
    }

    /** What fills a scratch database. */
    private interface Filling {
        void fill(ScratchDatabase scratch) throws SQLException;
    }

    /** A database with nothing in it; the caller closes it, as those of the other methods. */
    ScratchDatabase empty() throws SQLException {
        return filled(scratch -> {});
    }

    /**
     * What a script makes of an empty database.
     *
     * @throws AludelException (RUN-003) when a statement fails, with its file and line
     */
    ScratchDatabase of(SchemaScript script) throws SQLException {
        return filled(scratch -> {
            for (SchemaScript.Part part : script.parts()) {
                for (SqlStatement statement : dialect.split(part.text())) {
                    execute(scratch.connection(), part, statement);
                }
            }
            scratch.resetSession();
        });
    }

    /** What all migrations make of an empty database. */
    ScratchDatabase ofMigrations() throws SQLException {
        return filled(scratch -> {
            Scripts scripts = environment.scripts().get();
            RevisionTarget heads = RevisionTarget.parse("heads");
            new Migrator(scripts, dialect, environment.tables(), environment.timeouts(), MigrationListener.SILENT)
                    .run(scratch.connection(), current -> scripts.graph().upgrade(current, heads));
        });
    }

    private ScratchDatabase filled(Filling filling) throws SQLException {
        ScratchDatabase scratch = create();
        boolean done = false;
        try {
            filling.fill(scratch);
            done = true;
            return scratch;
        } finally {
            if (!done) {
                scratch.close();
            }
        }
    }

    private ScratchDatabase create() throws SQLException {
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

    private void execute(Connection connection, SchemaScript.Part part, SqlStatement statement) {
        try (Statement sent = connection.createStatement()) {
            sent.execute(statement.sql());
        } catch (SQLException failure) {
            throw AludelException.of(ErrorCode.STATEMENT_FAILED, "A statement of " + part.file() + " failed.", failure)
                    .at(part.file() + ":" + statement.line())
                    .with("db", dialect.describeFailure(failure))
                    .state("It ran in a scratch database, which is gone again; yours is as it was.")
                    .remedy("Correct the file. It must make the whole schema from an empty database.");
        }
    }
}
