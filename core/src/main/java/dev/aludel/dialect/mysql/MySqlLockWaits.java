package dev.aludel.dialect.mysql;

import dev.aludel.dialect.LockWaits;
import dev.aludel.dialect.SessionSetting;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code lock_wait_timeout} for tables and {@code innodb_lock_wait_timeout} for rows, both in whole seconds. Who blocks is
 * told from the open transactions, which takes the privilege {@code PROCESS}.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/metadata-locking.html">Metadata Locking</a>
 */
final class MySqlLockWaits implements LockWaits {
    private static final String TRANSACTIONS = """
            SELECT CONCAT('connection ', p.id, ' of user ', p.user, ' from ', p.host, ', in a transaction since ',
                          t.trx_started)
            FROM information_schema.innodb_trx t
            JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
            WHERE p.id <> CONNECTION_ID()
            ORDER BY t.trx_started, p.id
            """;

    private final Product product;

    MySqlLockWaits(Product product) {
        this.product = product;
    }

    @Override
    public List<SessionSetting> waiting(Duration longest) {
        String seconds = String.valueOf(Math.max(1, (longest.toMillis() + 999) / 1000));
        return List.of(setting("lock_wait_timeout", seconds), setting("innodb_lock_wait_timeout", seconds));
    }

    /** MySQL limits queries only, MariaDB every statement. */
    @Override
    public List<SessionSetting> running(Duration longest) {
        return product == Product.MARIADB
                ? List.of(setting(
                        "max_statement_time",
                        BigDecimal.valueOf(longest.toMillis(), 3).toPlainString()))
                : List.of(setting("max_execution_time", String.valueOf(longest.toMillis())));
    }

    private static SessionSetting setting(String name, String value) {
        return new SessionSetting("@@SESSION." + name, "SET SESSION " + name + " = %s", value);
    }

    @Override
    public List<String> findBlockers(Connection connection, String statement) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(TRANSACTIONS)) {
            List<String> blockers = new ArrayList<>();
            while (rows.next()) {
                blockers.add(rows.getString(1));
            }
            return blockers;
        }
    }
}
