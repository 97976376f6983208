package dev.aludel.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The two servers that speak this SQL. */
public enum Product {
    MYSQL("MySQL"),
    MARIADB("MariaDB");

    private final String label;

    Product(String label) {
        this.label = label;
    }

    /** The name as JDBC metadata reports it. */
    public String label() {
        return label;
    }

    /** The server behind a connection, whichever driver was used: MySQL's calls a MariaDB server MySQL. */
    static Product of(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        boolean mariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb")
                || connection.getMetaData().getDatabaseProductName().equalsIgnoreCase(MARIADB.label);
        return mariaDb ? MARIADB : MYSQL;
    }
}
