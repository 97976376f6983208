package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.test.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresInspectorTest {
    private final PostgresDialect dialect = new PostgresDialect();
    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Schema inspect() throws SQLException {
        return dialect.inspect(database.connect(), InspectOptions.currentSchema());
    }

    private int queries() throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        Connection connection = database.connect();
        Connection counting = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().matches("prepareStatement|createStatement|prepareCall")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        dialect.inspect(counting, InspectOptions.currentSchema());
        return statements.get();
    }

    @Test
    void asksAConstantNumberOfQueries() throws SQLException {
        int empty = queries();
        StringBuilder sql = new StringBuilder();
        for (int number = 0; number < 120; number++) {
            sql.append("CREATE TABLE t%1$d (id bigserial PRIMARY KEY, a int UNIQUE, b text CHECK (b <> ''));"
                    .formatted(number));
            sql.append("CREATE INDEX ON t%1$d (b); COMMENT ON TABLE t%1$d IS 'x';".formatted(number));
        }
        database.execute(sql.toString());
        assertThat(inspect().tables()).hasSize(120);
        assertThat(queries()).isEqualTo(empty).isLessThanOrEqualTo(8);
    }

    @Test
    void leavesOutWhatIsNotTheUsersTable() throws SQLException {
        database.execute("""
                CREATE TABLE parent (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE parent_2020 PARTITION OF parent FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE INDEX ix_parent ON parent (at);
                CREATE TABLE child (id int, at date, FOREIGN KEY (id, at) REFERENCES parent);
                CREATE VIEW v AS SELECT 1 AS a;
                CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
                CREATE TEMP TABLE temporary (a int);
                CREATE SCHEMA other; CREATE TABLE other.t (a int);
                CREATE TABLE identity (id bigint GENERATED ALWAYS AS IDENTITY, gone int);
                ALTER TABLE identity DROP COLUMN gone;
                """);
        Schema found = inspect();
        assertThat(found.tables())
                .extracting(Table::name)
                .containsExactly(
                        TableName.of("child"),
                        TableName.of("identity"),
                        TableName.of("parent"),
                        TableName.of("parent_2020"));
        assertThat(found.sequences()).isEmpty();
        assertThat(found.tables().get(0).constraints()).hasSize(1);
        assertThat(found.tables().get(1).columns()).hasSize(1);
        assertThat(found.tables().get(2).indexes()).containsExactly(Index.of("ix_parent", List.of("at")));
        Table partition = found.tables().get(3);
        assertThat(partition.options())
                .containsEntry(Table.PARTITION_OF, "parent FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')");
        assertThat(partition.columns()).isEmpty();
        assertThat(partition.constraints()).isEmpty();
        assertThat(partition.indexes()).isEmpty();
    }

    @Test
    void leavesOutWhatAnExtensionOwns() throws SQLException {
        database.execute("CREATE TABLE mine (a int); CREATE TABLE theirs (a int); CREATE SEQUENCE their_numbers;"
                + "ALTER EXTENSION plpgsql ADD TABLE theirs; ALTER EXTENSION plpgsql ADD SEQUENCE their_numbers");
        assertThat(inspect().tables()).extracting(Table::name).containsExactly(TableName.of("mine"));
        assertThat(inspect().sequences()).isEmpty();
    }

    @Test
    void leavesOutWhatIsExcluded() throws SQLException {
        database.execute("CREATE TABLE a (i int); CREATE TABLE b (i int); CREATE SEQUENCE c; CREATE SEQUENCE d");
        Schema found = dialect.inspect(
                database.connect(), new InspectOptions(List.of(), Set.of(TableName.of("a"), TableName.of("c"))));
        assertThat(found.tables()).extracting(Table::name).containsExactly(TableName.of("b"));
        assertThat(found.sequences()).extracting(Sequence::name).containsExactly(TableName.of("d"));
    }

    @Test
    void aSerialColumnKeepsItsDefaultAndItsSequence() throws SQLException {
        database.execute("CREATE TABLE t (id serial PRIMARY KEY)");
        Column id = inspect().tables().get(0).columns().get(0);
        assertThat(id.defaultValue()).contains(new DefaultValue("nextval('t_id_seq'::regclass)"));
        assertThat(id.nullable()).isFalse();
        assertThat(inspect().sequences()).singleElement().satisfies(sequence -> {
            assertThat(sequence.name()).isEqualTo(TableName.of("t_id_seq"));
            assertThat(sequence.type()).contains("integer");
            assertThat(sequence.ownedBy()).contains("t.id");
        });
    }

    @Test
    void namesTablesOfTheCurrentSchemaWithoutIt() throws SQLException {
        database.execute("""
                CREATE SCHEMA a; CREATE SCHEMA b;
                CREATE TABLE a.p (id int PRIMARY KEY); CREATE TABLE b.c (p int REFERENCES a.p);
                CREATE SEQUENCE b.s;
                """);
        Connection connection = database.connect();
        connection.setSchema("a");
        Schema found = dialect.inspect(connection, InspectOptions.of(List.of("b", "a")));
        assertThat(found.tables()).extracting(Table::name).containsExactly(TableName.of("p"), TableName.of("b", "c"));
        assertThat(found.tables().get(1).constraints())
                .extracting(key -> ((Constraint.ForeignKey) key).referencedTable())
                .containsExactly(TableName.of("p"));
        assertThat(found.sequences()).extracting(Sequence::name).containsExactly(TableName.of("b", "s"));
    }

    @Test
    void aMissingCurrentSchemaIsEmpty() throws SQLException {
        Connection connection = database.connect();
        connection.setSchema("nowhere");
        assertThat(dialect.inspect(connection, InspectOptions.currentSchema())).isEqualTo(Schema.empty());
    }

    @Test
    void exclusionsAreConstraintsAndNotNullIsNone() throws SQLException {
        database.execute("CREATE TABLE t (a int CONSTRAINT nn NOT NULL, r int4range, EXCLUDE USING gist (r WITH &&));"
                + "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0) NOT VALID");
        Table table = inspect().tables().get(0);
        assertThat(table.constraints())
                .containsExactly(
                        new Constraint.Check(Optional.of("ck"), "a > 0", Set.of(Constraint.NOT_VALID)),
                        new Constraint.Exclusion(
                                Optional.of("t_r_excl"),
                                List.of("r WITH &&"),
                                Optional.of("gist"),
                                Optional.empty(),
                                Constraint.Deferral.NOT_DEFERRABLE));
        assertThat(table.indexes()).isEmpty();
        assertThat(dialect.render(new CreateTable(table), TableLookup.none())).hasSize(2);
    }
}
