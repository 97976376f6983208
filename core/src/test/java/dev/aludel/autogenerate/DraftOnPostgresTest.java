package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a draft says is what PostgreSQL does, in an order that it accepts, forth and back. */
class DraftOnPostgresTest {
    private static final int PAIRS = Integer.getInteger("aludel.test.pairs", 60);

    private final Dialect dialect = Dialects.forProduct("PostgreSQL");
    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    static List<long[]> pairs() {
        Random random = new Random(Integer.getInteger("aludel.test.seed", 20260301));
        List<long[]> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new long[] {random.nextLong(), random.nextLong()});
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void upgradeMakesTheTargetAndDowngradeTheOrigin(long[] pair) throws SQLException {
        Schema origin = dialect.normalize(RandomSchema.of(pair[0]));
        Schema target = dialect.normalize(RandomSchema.of(pair[1]));
        run(MigrationDraft.between(Schema.empty(), origin, RenameHints.none()).upgrade());
        assertThat(Canonical.of(inspect())).as("the origin").isEqualTo(Canonical.of(origin));

        MigrationDraft draft = MigrationDraft.between(inspect(), target, RenameHints.none());
        run(draft.upgrade());

        assertThat(Canonical.of(inspect())).as("after the upgrade").isEqualTo(Canonical.of(target));
        assertThat(SchemaDiff.between(inspect(), RandomSchema.nameless(target), RenameHints.none()))
                .isEmpty();
        run(draft.downgrade());
        assertThat(Canonical.of(inspect())).as("after the downgrade").isEqualTo(Canonical.of(origin));
    }

    private void run(List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            for (SqlStatement sql : dialect.render(operation, TableLookup.none())) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql.sql());
                } catch (SQLException failure) {
                    throw new SQLException(sql.sql() + "\nin " + describe(operations), failure);
                }
            }
        }
    }

    private static String describe(List<Operation> operations) {
        return String.join("\n", operations.stream().map(Operation::describe).toList());
    }

    private Schema inspect() throws SQLException {
        return dialect.normalize(dialect.inspect(connection, new InspectOptions(List.of(), Set.of())));
    }
}
