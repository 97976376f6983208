package dev.aludel.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Calls what a database stores as {@link H2Identifiers} says, by the settings of that database. */
final class H2Names {
    private static final String SETTINGS = "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS "
            + "WHERE SETTING_NAME IN ('DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS')";

    private final boolean toUpper;
    private final boolean caseInsensitive;

    private H2Names(boolean toUpper, boolean caseInsensitive) {
        this.toUpper = toUpper;
        this.caseInsensitive = caseInsensitive;
    }

    /** The rules of a database whose URL says nothing about names. */
    static H2Names standard() {
        return new H2Names(true, false);
    }

    static H2Names of(Connection connection) throws SQLException {
        Map<String, Boolean> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            while (row.next()) {
                settings.put(row.getString(1), Boolean.parseBoolean(row.getString(2)));
            }
        }
        boolean toUpper = settings.getOrDefault("DATABASE_TO_UPPER", true);
        return new H2Names(toUpper, settings.getOrDefault("CASE_INSENSITIVE_IDENTIFIERS", false));
    }

    /** The name as migrations write it. */
    String of(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        if (H2Identifiers.isBare(lower) && (caseInsensitive || stored.equals(folded(lower)))) {
            return lower;
        }
        boolean ambiguous = H2Identifiers.isBare(stored) || H2Identifiers.isQuoted(stored);
        return ambiguous ? H2Identifiers.quoted(stored) : stored;
    }

    /** The same thing's name, for one that was given under the rules of another database. */
    String respelled(String name) {
        return of(stored(name));
    }

    /** What the catalogue holds for a name that a migration writes. */
    String stored(String name) {
        if (H2Identifiers.isBare(name)) {
            return folded(name);
        }
        return H2Identifiers.isQuoted(name) ? H2Identifiers.unquoted(name) : name;
    }

    private String folded(String lower) {
        return toUpper ? lower.toUpperCase(Locale.ROOT) : lower;
    }
}
