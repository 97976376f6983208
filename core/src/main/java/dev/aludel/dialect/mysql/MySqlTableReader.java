package dev.aludel.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a table is besides its columns. Only what differs from the server's and the schema's own is an option. */
final class MySqlTableReader {

    /**
     * @param sequence whether it is no table: MariaDB keeps a sequence in a table of one row
     * @param collation of columns that do not say another
     */
    record Header(boolean sequence, String collation, Optional<String> comment, Map<String, String> options) {}

    private MySqlTableReader() {}

    static Header header(ResultSet row) throws SQLException {
        Map<String, String> options = options(text(row, "create_options"));
        String engine = text(row, "engine");
        if (!engine.equalsIgnoreCase("InnoDB")) {
            options.put("ENGINE", engine);
        }
        String collation = text(row, "table_collation");
        if (!collation.equals(text(row, "default_collation_name"))) {
            options.put(MySqlTableOptions.COLLATE, collation);
        }
        if (text(row, "table_type").equals("SYSTEM VERSIONED")) {
            options.put(MySqlTableOptions.VERSIONING, "");
        }
        return new Header(
                text(row, "table_type").equals("SEQUENCE"),
                collation,
                Optional.of(text(row, "table_comment")).filter(comment -> !comment.isEmpty()),
                options);
    }

    /** {@code row_format=COMPRESSED key_block_size=8 partitioned}: words without a value say nothing that is set. */
    private static Map<String, String> options(String created) {
        Map<String, String> options = new TreeMap<>();
        for (String option : created.replaceAll("[`\"]", "").split(" (?=[A-Za-z_]+(=| |$))", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(
                        option.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        option.substring(equals + 1).strip());
            }
        }
        return options;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
