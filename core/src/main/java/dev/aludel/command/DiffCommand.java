package dev.aludel.command;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.Schema;
import dev.aludel.script.SchemaScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
        T use(Connection connection) throws SQLException;
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
            this.schemas = new ComparedSchemas(environment, server);
        }

        /** A model is spelled by the database of the other side, and may leave names open, which that one gives. */
        private Result compare(DiffSide left, DiffSide right) {
            if (right instanceof DiffSide.Models) {
                return with(left, connection -> {
                    ComparedSchemas.Both both = schemas.both(connection);
                    return result(draft(both.live(), both.model()), both.live());
                });
            }
            if (left instanceof DiffSide.Models) {
                return with(right, connection -> {
                    ComparedSchemas.Both both = schemas.both(connection);
                    MigrationDraft draft = draft(both.live(), both.model());
                    return result(draft.reversed(), draft.applyTo(both.live()));
                });
            }
            return with(
                    left,
                    one -> with(right, other -> {
                        try (Meanwhile<Schema> there = Meanwhile.begin("diff", () -> live(right, other))) {
                            Schema before = live(left, one);
                            Schema after = there.get();
                            schemas.compareUnmanaged(one, other, List.of("the first schema", "the second"));
                            return result(draft(before, after), before);
                        }
                    }));
        }

        /** A failure is that of the side which it belongs to. */
        private Schema live(DiffSide side, Connection connection) {
            try {
                return schemas.live(connection);
            } catch (SQLException failure) {
                throw Connections.failure(database(side), failure);
            }
        }

        private Database database(DiffSide side) {
            return side instanceof DiffSide.Live live ? live.database() : server;
        }

        private MigrationDraft draft(Schema before, Schema after) {
            return schemas.draft(before, after, RenameHints.none());
        }

        private Result result(MigrationDraft draft, Schema before) {
            return new Result(SchemaDifference.list(draft, before, dialect), draft.notices());
        }

        private <T> T with(DiffSide side, Use<T> use) {
            Database database = database(side);
            try {
                if (side instanceof DiffSide.Live) {
                    try (Connection connection = Connections.open(database)) {
                        return use.use(connection);
                    }
                }
                try (ScratchDatabase scratch = scratch(side)) {
                    return use.use(scratch.connection());
                }
            } catch (SQLException failure) {
                throw Connections.failure(database, failure);
            }
        }

        private ScratchDatabase scratch(DiffSide side) throws SQLException {
            ScratchSchemas scratch = new ScratchSchemas(environment, server);
            if (side instanceof DiffSide.Script script) {
                return scratch.of(SchemaScript.read(base, script.name()));
            }
            return side instanceof DiffSide.Migrations ? scratch.ofMigrations() : scratch.empty();
        }
    }
}
