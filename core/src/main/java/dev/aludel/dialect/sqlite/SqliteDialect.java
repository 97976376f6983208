package dev.aludel.dialect.sqlite;

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
import dev.aludel.dialect.StepGuard;
import dev.aludel.dialect.TableLookup;
import dev.aludel.dialect.UnmanagedObject;
import dev.aludel.dialect.ansi.BackfillClause;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.Truncate;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** SQLite, composed of one class a task. */
public final class SqliteDialect implements Dialect {
    static final BackfillClause BACKFILLS =
            new BackfillClause(SqliteIdentifiers.CLAUSES, SqliteIdentifiers::quote, UnaryOperator.identity());

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:sqlite:";
    }

    @Override
    public String driverArtifact() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public String driverClass() {
        return "org.sqlite.JDBC";
    }

    /** A transaction that begins as a writer cannot find out too late that somebody else is one. */
    @Override
    public Map<String, String> connectionDefaults() {
        return Map.of("transaction_mode", "IMMEDIATE");
    }

    @Override
    public Set<Feature> features() {
        return Set.of(
                Feature.TRANSACTIONAL_DDL, Feature.RENAME_COLUMN, Feature.NAMES_AS_WRITTEN, Feature.LOCAL_CATALOGUE);
    }

    @Override
    public List<SqlStatement> render(Operation operation, TableLookup before) {
        return operation.accept(new SqliteRenderer(before));
    }

    @Override
    public boolean needsTables(Operation operation) {
        return TableChanges.needTables(operation)
                || operation instanceof RenameIndex
                || (operation instanceof Truncate truncate && truncate.restartIdentity());
    }

    @Override
    public boolean joins(Operation one, Operation next) {
        return TableChanges.tableOf(one).isPresent()
                && TableChanges.tableOf(one).equals(TableChanges.tableOf(next));
    }

    @Override
    public List<SqlStatement> renderJoined(List<Operation> operations, TableLookup before) {
        return operations.size() == 1 ? render(operations.get(0), before) : TableChanges.joined(operations, before);
    }

    @Override
    public StepGuard guard(Connection connection, List<Operation> operations) throws SQLException {
        return ForeignKeyGuard.of(connection, operations);
    }

    @Override
    public BackfillSql backfill(Backfill backfill) {
        return BACKFILLS.render(backfill).withKeyType(Types.VARCHAR);
    }

    @Override
    public Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        return SqliteInspector.inspect(connection, options);
    }

    @Override
    public List<UnmanagedObject> unmanaged(Connection connection, InspectOptions options) throws SQLException {
        return SqliteInspector.virtualTables(connection, options);
    }

    @Override
    public Schema normalize(Schema schema) {
        return SqliteNormalizer.normalize(schema);
    }

    @Override
    public Schema settle(Connection connection, Schema model, Schema live) {
        return ModelSpelling.of(live).respelled(model);
    }

    @Override
    public ScratchDatabase scratch(ScratchDatabase.Server server) throws SQLException {
        return SqliteScratchDatabase.create(server);
    }

    @Override
    public List<SqlStatement> split(String sql) {
        return SqliteSplitter.split(sql);
    }

    @Override
    public Impact impact(SqlStatement statement) {
        return SqliteImpact.of(statement.sql());
    }

    @Override
    public String quote(String identifier) {
        return SqliteIdentifiers.quote(identifier);
    }

    @Override
    public String literal(String text) {
        return SqliteIdentifiers.literal(text);
    }

    @Override
    public String render(Type type) {
        return SqliteTypes.render(type);
    }

    @Override
    public Type parseType(String sql) {
        return SqliteTypes.parse(sql);
    }

    @Override
    public DatabaseLock lock(Connection connection, String key) {
        return new SqliteLock(connection);
    }

    @Override
    public LockWaits lockWaits() {
        return new SqliteLockWaits();
    }

    /** Moments are text, and {@code current_timestamp} is the universal time to the second. */
    @Override
    public Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column).replace(' ', 'T') + "Z");
    }

    /** SQLite does not tell. */
    @Override
    public OptionalLong estimateRows(Connection connection, String statement) {
        return OptionalLong.empty();
    }

    /** A statement that fails leaves nothing behind. */
    @Override
    public void clearInterrupted(Connection connection, SqlStatement statement) {}

    @Override
    public OfflineSql offline(OfflineSql.History history) {
        return new SqliteOffline(history);
    }

    @Override
    public String describeFailure(SQLException failure) {
        return SqliteFailures.describe(failure);
    }

    @Override
    public FailureKind classify(SQLException failure) {
        return SqliteFailures.classify(failure);
    }
}
