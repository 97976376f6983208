package dev.aludel.dialect.mysql;

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
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** MySQL, composed of one class a task; MariaDB's dialect extends it. */
public class MySqlDialect implements Dialect {
    private final Product product;

    public MySqlDialect() {
        this(Product.MYSQL);
    }

    protected MySqlDialect(Product product) {
        this.product = product;
    }

    @Override
    public String name() {
        return product.label();
    }

    @Override
    public String urlPrefix() {
        return "jdbc:mysql:";
    }

    @Override
    public String driverArtifact() {
        return "com.mysql:mysql-connector-j";
    }

    @Override
    public String driverClass() {
        return "com.mysql.cj.jdbc.Driver";
    }

    @Override
    public boolean readsUserInfo() {
        return true;
    }

    @Override
    public Map<String, String> connectionDefaults() {
        return Map.of("connectionAttributes", "program_name:aludel", "connectTimeout", "10000", "tcpKeepAlive", "true");
    }

    @Override
    public Set<Feature> features() {
        return product == Product.MARIADB
                ? Set.of(Feature.RENAME_COLUMN, Feature.COMMENTS, Feature.NAMES_AS_WRITTEN, Feature.SEQUENCES)
                : Set.of(Feature.RENAME_COLUMN, Feature.COMMENTS, Feature.NAMES_AS_WRITTEN);
    }

    @Override
    public List<SqlStatement> render(Operation operation, TableLookup before) {
        return operation.accept(new MySqlRenderer(product, before));
    }

    /** A column must be said whole to be changed, and keys and indexes come and go with what stands on them. */
    @Override
    public boolean needsTables(Operation operation) {
        return operation instanceof AddColumn
                || operation instanceof AlterColumn
                || operation instanceof DropColumn
                || operation instanceof AddConstraint
                || operation instanceof DropConstraint
                || operation instanceof RenameConstraint
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof AlterTable;
    }

    @Override
    public BackfillSql backfill(Backfill backfill) {
        return MySqlBackfill.of(backfill);
    }

    @Override
    public Schema inspect(Connection connection, InspectOptions options) throws SQLException {
        return MySqlInspector.inspect(connection, options);
    }

    @Override
    public Schema normalize(Schema schema) {
        return MySqlNormalizer.normalize(schema, product);
    }

    @Override
    public Schema settle(Connection connection, Schema model, Schema live) throws SQLException {
        return MySqlScratch.settle(connection, model, live, product);
    }

    @Override
    public ScratchDatabase scratch(ScratchDatabase.Server server) throws SQLException {
        return MySqlScratchDatabase.create(server);
    }

    @Override
    public List<SqlStatement> split(String sql) {
        return MySqlSplitter.split(sql);
    }

    @Override
    public Impact impact(SqlStatement statement) {
        return MySqlImpact.of(statement.sql());
    }

    @Override
    public String quote(String identifier) {
        return MySqlIdentifiers.quote(identifier);
    }

    @Override
    public String literal(String text) {
        return MySqlIdentifiers.literal(text);
    }

    @Override
    public Map<String, String> anyCharacter() {
        return Map.of(MySqlTableOptions.COLLATE, "utf8mb4_bin");
    }

    @Override
    public String render(Type type) {
        return MySqlTypes.render(type, product);
    }

    @Override
    public Type parseType(String sql) {
        return MySqlTypes.parse(sql, product);
    }

    @Override
    public DatabaseLock lock(Connection connection, String key) {
        return new MySqlLock(connection, key);
    }

    @Override
    public LockWaits lockWaits() {
        return new MySqlLockWaits(product);
    }

    @Override
    public OptionalLong estimateRows(Connection connection, String statement) throws SQLException {
        return MySqlEstimate.rows(connection, statement);
    }

    /** Each statement of these servers is done or undone as a whole, even when the server dies. */
    @Override
    public void clearInterrupted(Connection connection, SqlStatement statement) {}

    @Override
    public OfflineSql offline(OfflineSql.History history) {
        return new MySqlOffline(history, product);
    }

    @Override
    public String describeFailure(SQLException failure) {
        return MySqlFailures.describe(failure, product);
    }

    @Override
    public FailureKind classify(SQLException failure) {
        return MySqlFailures.classify(failure);
    }
}
