package dev.aludel.dialect.mysql;

import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads sequences of MariaDB, each from its own row. What is the server's usual value is left out. */
final class MySqlSequenceReader {
    private MySqlSequenceReader() {}

    static String select(String schema, String name) {
        return "SELECT " + MySqlIdentifiers.literal(schema) + ", " + MySqlIdentifiers.literal(name)
                + ", start_value, increment, minimum_value, maximum_value, cache_size, cycle_option FROM "
                + MySqlIdentifiers.quote(schema) + "." + MySqlIdentifiers.quote(name);
    }

    static Sequence sequence(TableName name, ResultSet row) throws SQLException {
        long increment = row.getLong("increment");
        boolean upwards = increment >= 0;
        return new Sequence(
                name,
                row.getLong("start_value"),
                increment,
                unusual(row.getLong("minimum_value"), MySqlSequences.usualMinimum(upwards)),
                unusual(row.getLong("maximum_value"), MySqlSequences.usualMaximum(upwards)),
                unusual(row.getLong("cache_size"), MySqlSequences.USUAL_CACHE),
                row.getBoolean("cycle_option"),
                Optional.empty(),
                Optional.empty());
    }

    static OptionalLong unusual(long number, long usual) {
        return number == usual ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
