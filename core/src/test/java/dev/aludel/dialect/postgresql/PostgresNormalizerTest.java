package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import dev.aludel.schema.Type;
import dev.aludel.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model says and what the server makes of it are the same after normalization, and still mean the same. */
class PostgresNormalizerTest {
    private static final TableName T = TableName.of("t");

    private static TestDatabase database;
    private static Connection connection;
    private final PostgresDialect dialect = new PostgresDialect();

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
        execute("CREATE TYPE mood AS ENUM ('HAPPY', 'SAD')");
        execute("CREATE SEQUENCE seq");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Table normalize(Table table) {
        return dialect.normalize(new Schema(List.of(table), List.of())).tables().get(0);
    }

    /** Creates the table as the model spells it, and again as normalization spells it; both read the same. */
    private void assertNoNoise(Table model) throws SQLException {
        Table once = createAndRead(model);
        assertThat(normalize(once)).isEqualTo(normalize(model));
        assertThat(normalize(normalize(model))).isEqualTo(normalize(model));
        assertThat(normalize(createAndRead(normalize(model)))).isEqualTo(normalize(once));
    }

    private Table createAndRead(Table model) throws SQLException {
        execute("DROP TABLE IF EXISTS t");
        for (SqlStatement each : dialect.render(new CreateTable(model), TableLookup.none())) {
            execute(each.sql());
        }
        return dialect.inspect(connection, InspectOptions.currentSchema())
                .findTable(T)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    varchar(20)      | 'x'
                    varchar(20)      | 'it''s'::character varying
                    varchar(20)      | CAST('x' AS varchar)
                    varchar(20)      | E'a\\\\b'
                    varchar(20)      | ''
                    char(3)          | 'abc'
                    text             | ('x')
                    text             | NULL
                    varchar(20)      | null
                    varchar(20)      | 'a' || 'b'
                    integer          | 0
                    integer          | -1
                    integer          | (-1)
                    integer          | '7'
                    integer          | (1 + 2) * 3
                    bigint           | 0
                    bigint           | '-5'
                    smallint         | 3
                    numeric(10,2)    | 0
                    numeric(10,2)    | 0.00
                    double precision | 1.5
                    real             | 0
                    boolean          | true
                    boolean          | FALSE
                    boolean          | 't'
                    timestamp with time zone | now()
                    timestamp with time zone | CURRENT_TIMESTAMP
                    timestamp        | current_timestamp
                    timestamp        | (now() AT TIME ZONE 'utc')
                    timestamp        | '2020-01-01 00:00:00'
                    timestamp        | localtimestamp
                    date             | current_date
                    date             | date '2020-01-01'
                    uuid             | gen_random_uuid()
                    jsonb            | '{}'
                    jsonb            | '{}'::jsonb
                    text[]           | '{}'
                    text[]           | ARRAY[]::text[]
                    bigint           | nextval('seq')
                    bigint           | nextval('seq'::regclass)
                    mood             | 'HAPPY'
                    mood             | 'SAD'::mood
                    interval         | '1 day'
                    integer          | case when 1 < 2 then 3 else 4 end
                    """)
    void defaults(String type, String sql) throws SQLException {
        assertNoNoise(Table.of(
                T,
                List.of(Column.of("c", new Type.Native(type)).withDefaultValue(Optional.of(new DefaultValue(sql))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank>=1",
                "((rank >= 1))",
                "rank between 1 and 10",
                "RANK >= 1 AND rank <= 10 AND rank <> 5",
                "rank > 1 and (rank < 9 or rank = 20)",
                "rank != -1",
                "not (rank = 3)",
                "not rank in (1, 2)",
                "status in ('A','B')",
                "status in ('A')",
                "status not in ('A','B')",
                "code in ('A','B')",
                "fixed in ('A','B')",
                "feeling in ('HAPPY','SAD')",
                "rank in (1,2,3)",
                "status = 'A'",
                "'A' = status",
                "status like '%@%' and code not like 'x%'",
                "status ilike 'a%' or status not ilike '%b'",
                "status is not null",
                "(status is null) = (code is null)",
                "status is distinct from code",
                "status is not distinct from code",
                "length(status) > 3",
                "char_length(status) <= 5 and lower(status) = status",
                "upper(code) = code",
                "price > 0",
                "price >= 0.5 and ratio < 1",
                "price * 2 > rank",
                "rank - (1 - 2) > 0",
                "rank - 1 - 2 > 0",
                "(rank + 1) * 2 > 4",
                "-rank < 0",
                "born > '1900-01-01'",
                "born > date '1900-01-01' and born < current_date",
                "\"Mixed\" is not null",
                "\"order\" > 1",
                "coalesce(status, code, 'x') <> ''",
                "case when rank > 1 then status else code end = 'A'",
                "case status when 'A' then true else false end",
                "status || code <> 'AB'",
                "substring(status from 1 for 2) = 'AB'",
                "extract(year from born) > 1900",
                "status ~ '^[a-z]+$'",
                "doc ->> 'a' = 'b'",
                "flag",
                "not flag and rank > 0",
                "flag is true",
                "status similar to 'a|b'",
                "rank::text = '1'",
                "fixed::text = 'abc'",
                "(rank % 2) = 0",
                "2 ^ 3 = 8",
                "rank > all (array[1,2])"
            })
    void checks(String condition) throws SQLException {
        Table model = new Table(
                T,
                List.of(
                        Column.of("rank", new Type.Int()),
                        Column.of("status", new Type.Native("character varying(20)")),
                        Column.of("code", new Type.Text()),
                        Column.of("fixed", new Type.Char(3)),
                        Column.of("feeling", new Type.Native("mood")),
                        Column.of("price", new Type.Native("numeric(10,2)")),
                        Column.of("ratio", new Type.DoublePrecision()),
                        Column.of("born", new Type.Date()),
                        Column.of("Mixed", new Type.Int()),
                        Column.of("order", new Type.Int()),
                        Column.of("doc", new Type.Json(true)),
                        Column.of("flag", new Type.Bool())),
                List.of(new Constraint.Check(Optional.of("ck"), condition)),
                List.of(),
                Optional.empty());
        // What the server rewrites beyond these forms is left to settle(): here it must not change its meaning.
        Table once = createAndRead(model);
        assertThat(createAndRead(normalize(model)).constraints()).isEqualTo(once.constraints());
        assertThat(createAndRead(normalize(once)).constraints()).isEqualTo(once.constraints());
        Schema live = new Schema(List.of(normalize(once)), List.of());
        Schema target = new Schema(List.of(normalize(model)), List.of());
        assertThat(dialect.settle(connection, target, live).tables().get(0).constraints())
                .isEqualTo(live.tables().get(0).constraints());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank>=1",
                "rank between 1 and 10",
                "rank != -1",
                "status in ('A','B')",
                "status not in ('A','B')",
                "code in ('A','B')",
                "feeling in ('HAPPY','SAD')",
                "status like '%@%'",
                "length(status) > 3",
                "price > 0",
                "ratio < 1",
                "born > '1900-01-01'",
                "status = any (array['A','B'])",
                "born < now()"
            })
    void commonChecksNeedNoDatabase(String condition) throws SQLException {
        assertNoNoise(new Table(
                T,
                List.of(
                        Column.of("rank", new Type.Int()),
                        Column.of("status", new Type.Native("varchar(20)")),
                        Column.of("code", new Type.Text()),
                        Column.of("feeling", new Type.Native("mood")),
                        Column.of("price", new Type.Native("numeric(10,2)")),
                        Column.of("ratio", new Type.DoublePrecision()),
                        Column.of("born", new Type.Date())),
                List.of(new Constraint.Check(Optional.of("ck"), condition)),
                List.of(),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    character varying(20) | varchar(20)
                    VARCHAR ( 20 )        | varchar(20)
                    varchar               | varchar
                    text                  | text
                    int4                  | integer
                    serial                | integer
                    int8                  | bigint
                    bigserial             | bigint
                    int2                  | smallint
                    bool                  | boolean
                    float(24)             | real
                    float(25)             | double precision
                    float(53)             | double precision
                    float8                | double precision
                    numeric(10)           | numeric(10,0)
                    decimal(10, 2)        | numeric(10,2)
                    numeric               | numeric
                    timestamp(6)          | timestamp
                    timestamp(6) with time zone    | timestamp with time zone
                    timestamp(3) without time zone | timestamp(3)
                    timestamptz(0)        | timestamp(0) with time zone
                    time(6)               | time
                    timetz                | time with time zone
                    character(3)          | char(3)
                    char                  | char(1)
                    jsonb                 | jsonb
                    JSON                  | json
                    uuid                  | uuid
                    bytea                 | binary
                    text[]                | text[]
                    character varying(5)[]| varchar(5)[]
                    timestamp with time zone[] | timestamp with time zone[]
                    integer[][]           | integer[]
                    integer array         | integer[]
                    mood                  | mood
                    geometry(Point,4326)  | geometry(Point,4326)
                    interval              | interval
                    bit varying(5)        | bit varying(5)
                    mood[]                | mood[]
                    public."My Type"[]    | public."My Type"[]
                    """)
    void types(String spelling, String meaning) {
        Type type = PostgresTypes.normalize(dialect.parseType(spelling));
        assertThat(type.describe()).isEqualTo(meaning);
        assertThat(PostgresTypes.normalize(new Type.Native(spelling))).isEqualTo(type);
        assertThat(PostgresTypes.normalize(dialect.parseType(dialect.render(type))))
                .isEqualTo(type);
    }

    @Test
    void keysIndexesAndReferences() {
        Table parent = new Table(
                TableName.of("p"),
                List.of(Column.of("id", new Type.BigInt())),
                List.of(new Constraint.PrimaryKey(Optional.empty(), List.of("id"))),
                List.of(new Index(
                        Optional.of("ix"),
                        List.of(
                                new Index.Part("id", false, true, Optional.of(Index.Nulls.FIRST)),
                                new Index.Part("id", false, false, Optional.of(Index.Nulls.LAST))),
                        false,
                        Optional.of("btree"),
                        Optional.empty())),
                Optional.of(""));
        Constraint.ForeignKey key = new Constraint.ForeignKey(
                Optional.empty(),
                List.of("p_id"),
                TableName.of("p"),
                List.of(),
                Constraint.Action.RESTRICT,
                Constraint.Action.NO_ACTION);
        Table child = Table.of(T, List.of(Column.of("p_id", new Type.BigInt()))).withConstraints(List.of(key));
        Schema found = dialect.normalize(new Schema(List.of(parent, child), List.of()));
        Table first = found.tables().get(0);
        assertThat(first.columns().get(0).nullable()).isFalse();
        assertThat(first.comment()).isEmpty();
        assertThat(first.indexes())
                .containsExactly(new Index(
                        Optional.of("ix"),
                        List.of(new Index.Part("id", false, true, Optional.empty()), Index.Part.column("id")),
                        false,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(found.tables().get(1).constraints())
                .containsExactly(new Constraint.ForeignKey(
                        Optional.empty(),
                        List.of("p_id"),
                        TableName.of("p"),
                        List.of("id"),
                        Constraint.Action.RESTRICT,
                        Constraint.Action.NO_ACTION));
    }
}
