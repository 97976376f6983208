package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSplitterTest {

    private static List<String> texts(String sql) {
        return PostgresSplitter.split(sql).stream().map(SqlStatement::sql).toList();
    }

    private static boolean transactional(String sql) {
        return PostgresSplitter.split(sql).get(0).transactional();
    }

    @Test
    void cutsAtSemicolons() {
        assertThat(texts("select 1; select 2 ;\n select 3")).containsExactly("select 1", "select 2", "select 3");
    }

    @Test
    void dropsEmptyStatementsAndThoseOfCommentsAlone() {
        assertThat(texts(";; -- nothing\n ; /* still; nothing */ ;\n")).isEmpty();
    }

    @Test
    void countsTheLineOfTheStatementAndNotOfTheCommentBeforeIt() {
        List<SqlStatement> statements =
                PostgresSplitter.split("-- first\n\nselect\n 1;\r\n/* a\n b */ select 2; select 3");
        assertThat(statements).extracting(SqlStatement::line).containsExactly(3, 6, 6);
        assertThat(statements).extracting(SqlStatement::sql).containsExactly("select\n 1", "select 2", "select 3");
    }

    @Test
    void keepsCommentsWithinAStatementAndDropsThoseAfterIt() {
        assertThat(texts("select /* one; */ 1 -- end; of\n ; select 2 -- last"))
                .containsExactly("select /* one; */ 1", "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'a;b'",
                "select 'it''s; fine'",
                "select 'back\\'",
                "select E'it\\'s; fine'",
                "select e'a\\\\', 'b;'",
                "select U&'d\\0061t;a'",
                "select U&\"a;b\" from t",
                "select B'1', X'ff', N';'",
                "select \"a;\"\"b\"",
                "select $$a;b$$",
                "select $tag$a;$$;$other$;b$tag$",
                "select $ä1$a;b$ä1$",
                "select a$b$c from t",
                "select $1, $2",
                "select /* a /* nested; */ b; */ 1",
                "select 1 --; comment\n, 2",
                "select '--', 1 - -1, 2",
                "create rule r as on insert to t do also (insert into u values (1); insert into u values (2))",
                "do $$ begin perform 1; end; $$ language plpgsql",
                "create type t as enum ('a;', 'b')",
                "select a->>'x;', b #- '{a}', c @> '{}'"
            })
    void leavesOneStatementWhole(String sql) {
        assertThat(texts(sql + ";")).containsExactly(sql);
        assertThat(texts(sql + ";\nselect 1")).containsExactly(sql, "select 1");
    }

    @Test
    void leavesTheBodyOfBeginAtomicWhole() {
        String function = """
                create or replace function f(a int) returns int language sql
                begin atomic
                  insert into t values (1);
                  select case when a > 1 then 2 else case a when 1 then 3 end end;
                end""";
        String procedure = "CREATE PROCEDURE p() BEGIN ATOMIC SELECT 1; END";
        assertThat(texts(function + ";" + procedure + "; select 'end'"))
                .containsExactly(function, procedure, "select 'end'");
    }

    @Test
    void aColumnNamedAtomicOrEndIsNoBlock() {
        assertThat(texts("create table t (atomic int, \"begin\" int); select 1"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on t (a)",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)",
                "drop index concurrently i",
                "reindex (verbose, concurrently) table t",
                "reindex database d",
                "vacuum full t",
                "create database d",
                "drop database d",
                "create tablespace s location '/x'",
                "alter system set work_mem = '1MB'",
                "alter table t detach partition p concurrently",
                "create subscription s connection '' publication p",
                "cluster"
            })
    void knowsWhatMustRunOutsideATransaction(String sql) {
        assertThat(transactional("-- note\n" + sql + ";")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index i on t (a)",
                "create table concurrently_x (a int)",
                "refresh materialized view concurrently v",
                "alter table t detach partition p",
                "alter database d set work_mem = '1MB'",
                "reindex table t",
                "cluster t using i",
                "select 'create index concurrently'",
                "drop table vacuum"
            })
    void knowsWhatMayRunInsideATransaction(String sql) {
        assertThat(transactional(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "BEGIN ISOLATION LEVEL SERIALIZABLE",
                "start transaction",
                "commit",
                "COMMIT AND CHAIN",
                "end",
                "rollback",
                "rollback to savepoint a",
                "abort",
                "savepoint a",
                "release a",
                "prepare transaction 'x'"
            })
    void refusesTransactionControlWithItsLine(String sql) {
        assertRefused("select 1;\n\n" + sql + ";", "line 3", "Remove it");
    }

    @Test
    void refusesRowsOfCopyBeforeItReadsThem() {
        assertRefused("select 1;\nCOPY t (a, b) FROM stdin;\n1\tit's\n\\.\n", "line 2", "INSERT");
        assertRefused("copy public.t from STDIN with (format csv);\n", "line 1", "copy API");
    }

    @Test
    void letsCopyOfTheServersFilesThrough() {
        assertThat(texts("copy t from '/tmp/x'; copy t to stdout")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\connect other", "\\.", "\\copy t from 'x'", "\\set a 1"})
    void refusesCommandsOfPsql(String command) {
        assertRefused("select 1;\n" + command + "\n", "line 2", "SQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'abc", "\"abc", "$$abc", "$t$ abc $$", "/* /* abc */", "E'abc\\'", "U&'abc"})
    void refusesWhatNeverEndsWithTheLineWhereItBegan(String open) {
        assertRefused("select 1;\nselect\n " + open + "\n\n;\n", "line 3", "Close it");
    }

    @Test
    @Timeout(10)
    void isLinear() {
        String one = "insert into t values ('a;b', $$c;d$$, \"e\"); /* x */ -- y\n";
        long small = nanoseconds(one.repeat(2_000));
        long large = nanoseconds(one.repeat(40_000));
        assertThat(large).isLessThan(Math.max(small, Duration.ofMillis(20).toNanos()) * 100);
        assertThat(texts("select " + "$a".repeat(100_000))).hasSize(1);
        assertThat(texts("select " + "(".repeat(100_000) + ";")).hasSize(1);
    }

    private static long nanoseconds(String sql) {
        long start = System.nanoTime();
        assertThat(PostgresSplitter.split(sql)).isNotEmpty();
        return System.nanoTime() - start;
    }

    private static void assertRefused(String sql, String at, String remedy) {
        assertThatThrownBy(() -> PostgresSplitter.split(sql)).isInstanceOfSatisfying(AludelException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_SQL);
            assertThat(failure.findFact("at")).contains(at);
            assertThat(failure.findFact("do").orElse("")).contains(remedy);
        });
    }
}
