package dev.aludel.dialect.mysql;

import dev.aludel.dialect.OfflineSql;
import dev.aludel.dialect.ansi.Token;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scripts for the servers' own clients, which stop at the first failure. Three procedures, dropped at the end, keep each
 * step readable. The lock belongs to the session and outlives what the statements commit.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/mysql-batch-commands.html">Executing SQL Statements from a Text File</a>
 */
final class MySqlOffline implements OfflineSql {
    private static final String DROP = """
            DROP PROCEDURE IF EXISTS aludel_refuse;
            DROP PROCEDURE IF EXISTS aludel_lock;
            DROP PROCEDURE IF EXISTS aludel_expect;
            """;

    private static final String OPENING = """
            SET NAMES utf8mb4;
            SET SESSION group_concat_max_len = 1000000;
            %1$s
            DELIMITER $aludel$

            -- Fails where one of these tables is there.
            CREATE PROCEDURE aludel_refuse(names text, message text)
            BEGIN
                IF EXISTS (SELECT 1 FROM information_schema.tables
                           WHERE table_schema = DATABASE() AND FIND_IN_SET(table_name, names)) THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = message;
                END IF;
            END
            $aludel$

            -- Waits for other runs of Aludel, for %2$s s at most.
            CREATE PROCEDURE aludel_lock()
            BEGIN
                IF COALESCE(GET_LOCK(%3$s, %2$s), 0) <> 1 THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT =
                        'Aludel did nothing here: another run has held the lock of this database for more than %2$s s.';
                END IF;
            END
            $aludel$

            -- Fails where the database is anywhere but at these heads.
            CREATE PROCEDURE aludel_expect(wanted_heads text, wanted_half_done text)
            BEGIN
                DECLARE found_heads text DEFAULT '';
                DECLARE found_half_done text DEFAULT '';
                DECLARE message varchar(128);
                CALL aludel_lock();
                IF EXISTS (%4$s) THEN
                    SELECT COALESCE(GROUP_CONCAT(h.revision ORDER BY h.revision SEPARATOR ','), '') INTO found_heads
                    FROM %5$s h
                    WHERE h.status = 'applied' AND NOT EXISTS (
                        SELECT 1 FROM %5$s c WHERE c.status = 'applied' AND FIND_IN_SET(h.revision, c.parents));
                    SELECT COALESCE(GROUP_CONCAT(CONCAT(revision, ' ', status, ' ', statements_done) ORDER BY revision SEPARATOR ', '), '')
                    INTO found_half_done FROM %5$s WHERE status <> 'applied';
                END IF;
                IF found_heads <> wanted_heads OR found_half_done <> wanted_half_done THEN
                    SELECT found_heads AS `the database is at`, found_half_done AS `half-done`,
                        wanted_heads AS `this part begins at`, wanted_half_done AS `with half-done`;
                    SET message = LEFT(CONCAT('Aludel did nothing here: the database is at ',
                        CONCAT_WS('; half-done: ', COALESCE(NULLIF(found_heads, ''), 'base'), NULLIF(found_half_done, '')),
                        ', and this part of the script begins elsewhere.'), 128);
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = message;
                END IF;
            END
            $aludel$

            DELIMITER ;
            """;

    private final History history;
    private final Product product;
    private final String key;

    MySqlOffline(History history, Product product) {
        this.history = history;
        this.product = product;
        this.key = MySqlLock.name(history.lockKey());
    }

    @Override
    public String howToRun() {
        return (product == Product.MARIADB ? "mariadb" : "mysql") + " DATABASE < FILE";
    }

    @Override
    public String opening() {
        String seconds = String.valueOf(Math.max(1, history.lockTimeout().toSeconds()));
        return OPENING.formatted(DROP, seconds, key, exists(history.table()), history.table());
    }

    @Override
    public String closing() {
        return DROP;
    }

    @Override
    public String begin() {
        return "START TRANSACTION;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String expect(List<String> heads, String halfDone) {
        return "CALL aludel_expect(" + literal(heads.stream().sorted().collect(Collectors.joining(","))) + ", "
                + literal(halfDone) + ");";
    }

    @Override
    public String lock() {
        return "CALL aludel_lock();";
    }

    /** Without a routine: a script that only makes the tables has none. */
    @Override
    public String unlessExists(String table, List<String> statements) {
        return statements.stream()
                .map(sql -> "SET @aludel = IF(EXISTS (" + exists(table) + "), 'DO 0', " + literal(sql) + ");\n"
                        + "PREPARE aludel FROM @aludel;\nEXECUTE aludel;\nDEALLOCATE PREPARE aludel;")
                .collect(Collectors.joining("\n"));
    }

    private static String exists(String table) {
        List<Token> parts = MySqlLexer.tokens(table);
        String schema = parts.size() > 1 ? literal(MySqlLexer.text(parts.get(0))) : "DATABASE()";
        return "SELECT 1 FROM information_schema.tables WHERE table_schema = " + schema + " AND table_name = "
                + literal(MySqlLexer.text(parts.get(parts.size() - 1)));
    }

    @Override
    public String refuse(List<String> tables, String message, String hint) {
        return "-- " + hint + "\nCALL aludel_refuse(" + literal(String.join(",", tables)) + ", " + literal(message)
                + ");";
    }

    @Override
    public String holdOutsideTransactions() {
        return lock();
    }

    @Override
    public String end() {
        return "DO RELEASE_LOCK(" + key + ");";
    }

    @Override
    public String user() {
        return "CURRENT_USER()";
    }

    /** In a table of its own, since a statement must not read the table that it changes. */
    @Override
    public String millisSince(String time) {
        return "(SELECT TIMESTAMPDIFF(MICROSECOND, begun.at, SYSDATE(6)) DIV 1000 FROM (SELECT " + time
                + " AS at) AS begun)";
    }

    private static String literal(String text) {
        return MySqlIdentifiers.literal(text);
    }
}
