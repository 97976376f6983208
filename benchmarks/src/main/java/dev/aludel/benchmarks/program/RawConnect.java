package dev.aludel.benchmarks.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** The bare JVM that connects and reads one row: {@code URL}. */
public final class RawConnect {
    private RawConnect() {}

    public static void main(String[] arguments) throws Exception {
        Timed.run(1, () -> {
            try (Connection connection = DriverManager.getConnection(arguments[0]);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 1")) {
                row.next();
            }
        });
    }
}
