package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2SplitterTest {
    private final H2Dialect dialect = new H2Dialect();

    @Test
    void semicolonsInStringsNamesAndCommentsCutNothing() {
        String sql = """
                -- first; comment
                CREATE ALIAS f AS $$ int f() { return 1; } $$;
                /* a /* nested; */ b; */
                INSERT INTO "a;b" VALUES (';''', U&'\\0041;');;
                SELECT 1""";
        List<SqlStatement> statements = dialect.split(sql);
        assertThat(statements)
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "CREATE ALIAS f AS $$ int f() { return 1; } $$",
                        "INSERT INTO \"a;b\" VALUES (';''', U&'\\0041;')",
                        "SELECT 1");
        assertThat(statements).extracting(SqlStatement::line).containsExactly(2, 4, 5);
    }

    @Test
    void onlyStatementsOnRowsAreTransactional() {
        assertThat(dialect.split(
                        "INSERT INTO t VALUES (1); update t set a = 1; (SELECT 1); WITH x(a) AS (SELECT 1) SELECT * FROM x;"
                                + "MERGE INTO t VALUES (1); SET @x = 1"))
                .allMatch(SqlStatement::transactional);
        assertThat(dialect.split("CREATE TABLE t (a INT); alter table t add b int; DROP TABLE t; TRUNCATE TABLE t;"
                        + "COMMENT ON TABLE t IS 'x'; GRANT SELECT ON t TO PUBLIC; ANALYZE; EXECUTE IMMEDIATE 'x'"))
                .noneMatch(SqlStatement::transactional);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "rollback",
                "BEGIN",
                "SAVEPOINT x",
                "SET AUTOCOMMIT FALSE",
                "SHUTDOWN",
                "PREPARE COMMIT x",
                "START TRANSACTION"
            })
    void transactionControlIsRefused(String sql) {
        AludelException refused = catchThrowableOfType(AludelException.class, () -> dialect.split("SELECT 1;\n" + sql));
        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_SQL);
        assertThat(refused.format()).contains("line 2");
    }

    @Test
    void aStringWithoutAnEndIsRefused() {
        assertThat(catchThrowableOfType(AludelException.class, () -> dialect.split("SELECT 'x"))
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_SQL);
    }
}
