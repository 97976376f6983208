package dev.aludel.dialect.h2;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.dialect.DatabaseLock;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.FailureKind;
import dev.aludel.dialect.Feature;
import dev.aludel.dialect.Impact;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.OfflineSql;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.ansi.BackfillClause;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** H2, composed of one class a task. */
public final class H2Dialect implements Dialect {
    static final BackfillClause BACKFILLS =
            new BackfillClause(H2Renderer.CLAUSES, H2Identifiers::quote, UnaryOperator.identity());

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:h2:";
    }

    @Override
    public String driverArtifact() {
        return "com.h2database:h2";
    }

    @Override
    public String driverClass() {
        return "org.h2.Driver";
    }

    /** H2 refuses properties that are no settings of its own, and needs none. */
    @Override
    public Map<String, String> connectionDefaults() {
        return Map.of();
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.RENAME_COLUMN, Feature.SEQUENCES, Feature.COMMENTS);
    }

    @Override
    public List<SqlStatement> render(Operation operation, TableLookup before) {
        return operation.accept(new H2Renderer(before));
    }

    @Override
    public BackfillSql backfill(Backfill backfill) {
        return BACKFILLS.render(backfill).withKeyType(Types.VARCHAR);
    }

    @Override
    public Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        return H2Inspector.inspect(connection, options);
    }

    @Override
    public Schema normalize(Schema schema) {
        return H2Normalizer.normalize(schema);
    }

    @Override
    public Schema settle(Connection connection, Schema model, Schema live) throws SQLException {
        return H2Scratch.settle(connection, model, live);
    }

    @Override
    public ScratchDatabase scratch(ScratchDatabase.Server server) throws SQLException {
        return H2ScratchDatabase.create(server);
    }

    @Override
    public List<SqlStatement> split(String sql) {
        return H2Splitter.split(sql);
    }

    @Override
    public Impact impact(SqlStatement statement) {
        return H2Impact.of(statement.sql());
    }

    @Override
    public String quote(String identifier) {
        return H2Identifiers.quote(identifier);
    }

    @Override
    public String name(String stored) {
        return H2Names.standard().of(stored);
    }

    @Override
    public String literal(String text) {
        return H2Identifiers.literal(text);
    }

    @Override
    public String render(Type type) {
        return H2Types.render(type);
    }

    @Override
    public Type parseType(String sql) {
        return H2Types.parse(sql);
    }

    @Override
    public DatabaseLock lock(Connection connection, String key) {
        return new H2Lock(connection, key);
    }

    @Override
    public LockWaits lockWaits() {
        return new H2LockWaits();
    }

    /** The plan of H2 does not say how many rows it will touch. */
    @Override
    public OptionalLong estimateRows(Connection connection, String statement) {
        return OptionalLong.empty();
    }

    /** A statement that fails leaves nothing behind. */
    @Override
    public void clearInterrupted(Connection connection, SqlStatement statement) throws SQLException {
        H2Leftovers.clear(connection, statement);
    }

    @Override
    public OfflineSql offline(OfflineSql.History history) {
        return new H2Offline(history);
    }

    @Override
    public String describeFailure(SQLException failure) {
        return H2Failures.describe(failure);
    }

    @Override
    public FailureKind classify(SQLException failure) {
        return H2Failures.classify(failure);
    }
}
