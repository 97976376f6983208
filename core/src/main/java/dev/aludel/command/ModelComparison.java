package dev.aludel.command;

import dev.aludel.autogenerate.DraftRewriter;
import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.Heads;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import dev.aludel.runtime.History;
import dev.aludel.runtime.OtherTools;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableFilter;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the model with the database that all migrations have been applied to: what a migration would have to do. */
final class ModelComparison {
    private final Environment environment;

    ModelComparison(Environment environment) {
        this.environment = environment;
    }

    /**
     * The operations that bring the database to the model, and back.
     *
     * @throws AludelException (RUN-001) when the database is not at the heads of the files, since what is pending would
     *     be generated a second time
     */
    MigrationDraft compare(RevisionGraph graph, RenameHints hints) {
        return environment.withConnection(connection -> {
            requireUpToDate(graph, connection);
            DatabaseMetaData product = connection.getMetaData();
            Dialect dialect = environment.database().dialect();
            TableFilter filter = environment.comparison().tables();
            Schema model = filter.apply(dialect.normalize(environment
                    .model()
                    .source(
                            product.getDatabaseProductName(),
                            product.getDatabaseMajorVersion(),
                            product.getDatabaseMinorVersion())
                    .load()));
            Schema live = filter.apply(dialect.normalize(dialect.inspect(connection, options(product))));
            MigrationDraft draft = MigrationDraft.between(live, dialect.settle(connection, model, live), hints);
            for (DraftRewriter rewriter : environment.comparison().rewriters().get()) {
                draft = rewriter.rewrite(draft);
            }
            return draft;
        });
    }

    private void requireUpToDate(RevisionGraph graph, Connection connection) throws SQLException {
        Heads rows =
                History.heads(new History(environment.database().dialect(), environment.tables()).read(connection));
        CurrentCommand.State state = CurrentCommand.state(graph, rows, List.of());
        if (!state.unknown().isEmpty()) {
            throw graph.ahead(state.unknown())
                    .with("database", environment.database().describe());
        }
        if (!state.isHead()) {
            throw behind(graph, rows);
        }
    }

    private AludelException behind(RevisionGraph graph, Heads rows) {
        Set<RevisionId> applied = graph.applied(rows);
        List<Revision> pending = graph.revisions().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
        String target = graph.heads().size() > 1 ? "heads" : "head";
        return AludelException.of(ErrorCode.NOT_UP_TO_DATE, "Target database is not up to date.")
                .at(environment.database().describe())
                .with("current", rows.toString())
                .with(
                        "pending",
                        pending.stream()
                                        .limit(10)
                                        .map(revision -> revision.id() + "  " + revision.message())
                                        .collect(Collectors.joining("\n"))
                                + (pending.size() > 10 ? "\nand " + (pending.size() - 10) + " more" : ""))
                .state("No file was written and the database is as it was.")
                .remedy("Apply what is pending with `aludel upgrade " + target + "`, then run this command again.");
    }

    /** Aludel's own tables and other tools' histories are nobody's entities, and never to be dropped. */
    private InspectOptions options(DatabaseMetaData product) throws SQLException {
        Set<TableName> excluded = new HashSet<>();
        excluded.add(environment.tables().history());
        excluded.add(environment.tables().log());
        OtherTools.TABLES.forEach(table -> excluded.add(TableName.of(table)));
        return new InspectOptions(schemas(product), excluded);
    }

    private List<String> schemas(DatabaseMetaData product) throws SQLException {
        List<String> wanted = environment.comparison().schemas();
        if (wanted.stream().noneMatch(TableFilter::isPattern)) {
            return wanted;
        }
        List<String> found = new ArrayList<>();
        try (ResultSet rows = product.getSchemas()) {
            while (rows.next()) {
                String name = rows.getString("TABLE_SCHEM");
                if (wanted.stream().anyMatch(pattern -> TableFilter.fits(pattern, name))) {
                    found.add(name);
                }
            }
        }
        return found;
    }
}
