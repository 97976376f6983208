package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.servers.MySqlServer;
import dev.aludel.test.MySqlDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlSplitterTest {
    private final MySqlDialect dialect = new MySqlDialect();

    @Test
    void semicolonsInStringsNamesAndCommentsCutNothing() {
        String sql = """
                -- first; comment
                # second; comment
                INSERT INTO `a;``b` VALUES ('it''s; \\'', "a;""b;\\"");;
                /* a; b */ SELECT 5 --1;
                SELECT 1 -- one;
                """;
        List<SqlStatement> statements = dialect.split(sql);
        assertThat(statements)
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "INSERT INTO `a;``b` VALUES ('it''s; \\'', \"a;\"\"b;\\\"\")", "SELECT 5 --1", "SELECT 1");
        assertThat(statements).extracting(SqlStatement::line).containsExactly(3, 4, 5);
    }

    /** Two dashes begin a comment only before a space; a comment for one version of the server is a statement. */
    @Test
    void dashesAndVersions() {
        assertThat(dialect.split("SELECT 5--1; /*!40101 SET NAMES utf8 */; /*M!100100 SELECT 1 */; /* nothing */;"))
                .extracting(SqlStatement::sql)
                .containsExactly("SELECT 5--1", "/*!40101 SET NAMES utf8 */", "/*M!100100 SELECT 1 */");
    }

    @Test
    void bodiesNeedNoDelimiter() {
        String sql = """
                CREATE PROCEDURE p(n INT)
                BEGIN
                  DECLARE i INT DEFAULT 0;
                  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;
                  outer_loop: LOOP
                    IF i > n THEN LEAVE outer_loop; ELSEIF i = 3 THEN SET i = 4; END IF;
                    CASE i WHEN 1 THEN SET i = 2; ELSE SET i = i + 1; END CASE;
                    WHILE i < 0 DO SET i = 0; END WHILE;
                    REPEAT SET i = i + CASE WHEN i > 1 THEN 1 ELSE 2 END; UNTIL i > 5 END REPEAT;
                  END LOOP outer_loop;
                  SELECT IF(i > 1, REPEAT('x;', 2), REPLACE('a', 'b', ';')) AS `end`;
                END;
                CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW IF new.a > 1 THEN SET new.a = 1; END IF;
                CREATE DEFINER=`a`@`%` FUNCTION f() RETURNS INT RETURN 1;
                CREATE TABLE event (`trigger` INT, a INT DEFAULT (CASE WHEN 1 THEN 2 END));
                SELECT 1""";
        assertThat(dialect.split(sql)).extracting(SqlStatement::line).containsExactly(1, 13, 14, 15, 16);
    }

    @Test
    void aClientsDelimiterIsObeyed() {
        String sql = """
                DELIMITER //
                CREATE PROCEDURE a() SELECT 1; //
                CREATE PROCEDURE b() BEGIN SELECT 1; END//
                delimiter ;
                SELECT 2;
                DELIMITER $$
                SELECT 3$$ SELECT '$$'$$SELECT a FROM b$$SELECT `$$` /* $$ */ FROM c$$
                CREATE PROCEDURE d() BEGIN SELECT 1; END$$
                """;
        assertThat(dialect.split(sql))
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "CREATE PROCEDURE a() SELECT 1;",
                        "CREATE PROCEDURE b() BEGIN SELECT 1; END",
                        "SELECT 2",
                        "SELECT 3",
                        "SELECT '$$'",
                        "SELECT a FROM b",
                        "SELECT `$$` /* $$ */ FROM c",
                        "CREATE PROCEDURE d() BEGIN SELECT 1; END");
    }

    @ParameterizedTest
    @MethodSource("dev.aludel.servers.MySqlServer#available")
    void theServerTakesWhatIsCut(MySqlServer server) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.create(server)) {
            database.load("""
                    CREATE TABLE x (a INT, `b;` VARCHAR(20)); -- here; is it
                    CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW IF new.a > 1 THEN SET new.a = 1; END IF;
                    CREATE FUNCTION f(n INT) RETURNS VARCHAR(20) DETERMINISTIC NO SQL
                    BEGIN
                      DECLARE i INT DEFAULT 0;
                      REPEAT SET i = i + CASE WHEN i > 1 THEN 1 ELSE 2 END; UNTIL i > n END REPEAT;
                      RETURN concat('it''s; ', i, "\\";");
                    END;
                    INSERT INTO x VALUES (7, f(3)) # the end;
                    """);
            assertThat(database.query("SELECT concat(a, ' ', `b;`) FROM x")).containsExactly("1 it's; 4\";");
        }
    }

    @Test
    void onlyStatementsOnRowsAreTransactional() {
        assertThat(dialect.split("INSERT INTO t VALUES (1); update t set a = 1; (SELECT 1); DELETE FROM t;"
                        + "WITH x AS (SELECT 1) SELECT * FROM x; REPLACE INTO t VALUES (1); SET @x = 1;"
                        + "CREATE TEMPORARY TABLE t (a INT); DROP TEMPORARY TABLE t"))
                .allMatch(SqlStatement::transactional);
        assertThat(dialect.split("CREATE TABLE t (a INT); alter table t add b int; DROP TABLE t; TRUNCATE TABLE t;"
                        + "RENAME TABLE a TO b; GRANT SELECT ON t TO u; ANALYZE TABLE t; LOCK TABLES t READ; CREATE VIEW v AS SELECT 1;"
                        + "/*!50001 CREATE VIEW v AS SELECT 1 */; OPTIMIZE TABLE t"))
                .noneMatch(SqlStatement::transactional);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "rollback",
                "BEGIN",
                "SAVEPOINT x",
                "RELEASE SAVEPOINT x",
                "START TRANSACTION",
                "XA START 'x'",
                "SET autocommit = 0",
                "SET @@session.autocommit=0"
            })
    void transactionControlIsRefused(String sql) {
        AludelException refused = catchThrowableOfType(AludelException.class, () -> dialect.split("SELECT 1;\n" + sql));
        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_SQL);
        assertThat(refused.format()).contains("line 2");
    }

    @Test
    void whatOnlyLooksLikeTransactionControlIsNot() {
        assertThat(dialect.split("SET @autocommit = 0; SET @old = @@autocommit; SET @x = 'autocommit=0'; START SLAVE"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'x", "SELECT `x", "SELECT \"x\\\"", "/* x", "DELIMITER \nSELECT 1"})
    void whatNeverEndsIsRefused(String sql) {
        assertThat(catchThrowableOfType(AludelException.class, () -> dialect.split(sql))
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_SQL);
    }
}
