package dev.aludel.dialect.postgresql;

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
import dev.aludel.dialect.UnmanagedObject;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** PostgreSQL, composed of one class a task. */
public final class PostgresDialect implements Dialect {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public String driverArtifact() {
        return "org.postgresql:postgresql";
    }

    @Override
    public String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    public Map<String, String> connectionDefaults() {
        return Map.of(
                "ApplicationName",
                "aludel",
                "connectTimeout",
                "10",
                "loginTimeout",
                "15",
                "tcpKeepAlive",
                "true",
                // Behind a pooler the next transaction may have a session that does not know what was prepared.
                "prepareThreshold",
                "0");
    }

    @Override
    public Set<Feature> features() {
        return Set.of(
                Feature.TRANSACTIONAL_DDL,
                Feature.RENAME_COLUMN,
                Feature.SEQUENCES,
                Feature.COMMENTS,
                Feature.SEVERAL_STATEMENTS);
    }

    @Override
    public List<SqlStatement> render(Operation operation, TableLookup before) {
        return operation.accept(new PostgresRenderer(before));
    }

    @Override
    public BackfillSql backfill(Backfill backfill) {
        return PostgresBackfill.of(backfill);
    }

    @Override
    public Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        return PostgresInspector.inspect(connection, options);
    }

    @Override
    public List<UnmanagedObject> unmanaged(Connection connection, InspectOptions options) throws SQLException {
        return PostgresUnmanaged.read(connection, options);
    }

    @Override
    public Schema normalize(Schema schema) {
        return PostgresNormalizer.normalize(schema);
    }

    @Override
    public Schema settle(Connection connection, Schema model, Schema live) throws SQLException {
        return PostgresScratch.settle(connection, model, live);
    }

    @Override
    public ScratchDatabase scratch(ScratchDatabase.Server server) throws SQLException {
        return PostgresScratchDatabase.create(server);
    }

    @Override
    public List<SqlStatement> split(String sql) {
        return PostgresSplitter.split(sql);
    }

    @Override
    public Impact impact(SqlStatement statement) {
        return PostgresImpact.of(statement.sql());
    }

    @Override
    public String quote(String identifier) {
        return PostgresIdentifiers.quote(identifier);
    }

    @Override
    public String literal(String text) {
        return PostgresIdentifiers.literal(text);
    }

    @Override
    public String render(Type type) {
        return PostgresTypes.render(type);
    }

    @Override
    public Type parseType(String sql) {
        return PostgresTypes.parse(sql);
    }

    @Override
    public DatabaseLock lock(Connection connection, String key) {
        return new PostgresLock(connection, key);
    }

    @Override
    public LockWaits lockWaits() {
        return new PostgresLockWaits();
    }

    @Override
    public OptionalLong estimateRows(Connection connection, String statement) throws SQLException {
        return PostgresEstimate.rows(connection, statement);
    }

    @Override
    public void clearInterrupted(Connection connection, SqlStatement statement) throws SQLException {
        PostgresLeftovers.clear(connection, statement);
    }

    @Override
    public Optional<Boolean> tookEffect(Connection connection, SqlStatement statement) throws SQLException {
        return PostgresLeftovers.tookEffect(connection, statement);
    }

    @Override
    public OfflineSql offline(OfflineSql.History history) {
        return new PostgresOffline(history);
    }

    @Override
    public String describeFailure(SQLException failure) {
        return PostgresFailures.describe(failure);
    }

    @Override
    public FailureKind classify(SQLException failure) {
        return PostgresFailures.classify(failure);
    }
}
