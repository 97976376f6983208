package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.BackfillSql;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Backfill;
import dev.aludel.schema.TableName;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backfill in batches, walked here as a run walks it. */
class PostgresBackfillTest {
    private final PostgresDialect dialect = new PostgresDialect();

    private static Backfill backfill(Optional<String> where, int batchSize) {
        return new Backfill(
                TableName.of("shop", "Author"), "id", List.of("lower = lower(email)", "seen = true"), where, batchSize);
    }

    @Test
    void theTextsOfAConditionalBackfill() {
        BackfillSql sql = dialect.backfill(backfill(Optional.of("lower is null or not seen"), 500));
        assertThat(sql.firstKey())
                .isEqualTo("SELECT id FROM (SELECT id FROM shop.\"Author\" WHERE lower is null or not seen"
                        + " ORDER BY id LIMIT 500) AS batch ORDER BY id DESC LIMIT 1");
        assertThat(sql.nextKey())
                .isEqualTo("SELECT id FROM (SELECT id FROM shop.\"Author\" WHERE id > ? AND (lower is null or not seen)"
                        + " ORDER BY id LIMIT 500) AS batch ORDER BY id DESC LIMIT 1");
        assertThat(sql.firstBatch())
                .isEqualTo("UPDATE shop.\"Author\" SET lower = lower(email), seen = true"
                        + " WHERE id <= ? AND (lower is null or not seen)");
        assertThat(sql.nextBatch())
                .isEqualTo("UPDATE shop.\"Author\" SET lower = lower(email), seen = true"
                        + " WHERE id > ? AND id <= ? AND (lower is null or not seen)");
        assertThat(sql.whole())
                .isEqualTo("UPDATE shop.\"Author\" SET lower = lower(email), seen = true"
                        + " WHERE lower is null or not seen");
    }

    @Test
    void renderedItIsOneStatement() {
        assertThat(dialect.render(backfill(Optional.empty(), 500), TableLookup.none()))
                .containsExactly(SqlStatement.of("UPDATE shop.\"Author\" SET lower = lower(email), seen = true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigint", "uuid", "text", "numeric", "timestamptz"})
    void everyRowIsReachedOnceWhateverTheKeysType(String type) throws SQLException {
        String value = switch (type) {
            case "uuid" -> "md5(n::text)::uuid";
            case "timestamptz" -> "timestamptz '2026-01-01' + n * interval '1 day'";
            default -> "(n * 3)::" + type;
        };
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect()) {
            database.execute("CREATE SCHEMA shop; CREATE TABLE shop.\"Author\" (id " + type
                    + " PRIMARY KEY, email text, lower text, seen boolean DEFAULT false, updates integer DEFAULT 0);"
                    + " INSERT INTO shop.\"Author\" SELECT " + value + ", 'A' || n FROM generate_series(1, 25) n");
            Backfill backfill = new Backfill(
                    TableName.of("shop", "Author"),
                    "id",
                    List.of("lower = lower(email)", "updates = updates + 1"),
                    Optional.of("email <> 'A7'"),
                    10);
            assertThat(run(connection, dialect.backfill(backfill))).containsExactly(10, 10, 4);
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery("SELECT count(*) FROM shop.\"Author\" WHERE updates = 1 AND lower = lower(email)")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(24);
            }
        }
    }

    /** The rows that each batch updated. */
    private static List<Integer> run(Connection connection, BackfillSql sql) throws SQLException {
        List<Integer> updated = new ArrayList<>();
        Optional<Object> key = ask(connection, sql.firstKey());
        if (key.isPresent()) {
            updated.add(update(connection, sql.firstBatch(), key.get()));
        }
        while (key.isPresent()) {
            Object last = key.get();
            key = ask(connection, sql.nextKey(), last);
            if (key.isPresent()) {
                updated.add(update(connection, sql.nextBatch(), last, key.get()));
            }
        }
        return updated;
    }

    private static Optional<Object> ask(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1)) : Optional.empty();
        }
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
