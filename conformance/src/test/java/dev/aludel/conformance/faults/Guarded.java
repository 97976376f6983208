package dev.aludel.conformance.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A new database whose user must say a password.
 *
 * @param trusted the URL of somebody who need not
 * @param url without user and password
 */
record Guarded(String trusted, String url) {
    static final String USER = "keeper";
    /** Begins again after each sign that ends something somewhere, so that no part of it goes unseen. */
    static final String PASSWORD = "Zq1x,Zq2x)Zq3x'Zq4x\"Zq5x|Zq6x";

    static final String PIECE = "Zq";

    static Guarded create(Arena arena, Path directory) throws Exception {
        String trusted = arena.create(directory);
        try (Connection connection = DriverManager.getConnection(trusted);
                Statement statement = connection.createStatement()) {
            if (arena == Arena.MARIADB) {
                statement.execute("CREATE OR REPLACE USER keeper@'%' IDENTIFIED BY '" + quoted() + "'");
                statement.execute("GRANT ALL ON *.* TO keeper@'%'");
            } else {
                guard(statement);
            }
        }
        return new Guarded(trusted, trusted.replaceAll("\\?.*", ""));
    }

    private static String quoted() {
        return PASSWORD.replace("'", "''");
    }

    private static void guard(Statement statement) throws Exception {
        if (!first(statement, "SELECT count(*) FROM pg_roles WHERE rolname = 'keeper'")
                .equals("0")) {
            return;
        }
        statement.execute("CREATE ROLE keeper LOGIN SUPERUSER PASSWORD '" + quoted() + "'");
        Path rules = Path.of(first(statement, "SHOW hba_file"));
        Files.writeString(rules, "host all keeper all scram-sha-256\n" + Files.readString(rules));
        statement.execute("SELECT pg_reload_conf()");
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    String withParameters() {
        return url + "?user=" + USER + "&password=" + PASSWORD;
    }

    String withUserInfo() {
        return url.replaceFirst("//", "//" + USER + ":" + PASSWORD + "@");
    }
}
