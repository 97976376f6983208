package dev.aludel.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The floor: reads a folder of {@code V0001__name.sql} and a table of versions, and runs what is missing, each file with
 * its row in a transaction. {@code URL FOLDER [TIMES]}.
 */
public final class RawMigrate {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS raw_version (version varchar(50) PRIMARY KEY,"
            + " description varchar(200) NOT NULL, installed_on timestamp NOT NULL DEFAULT now())";

    private RawMigrate() {}

    public static void main(String[] arguments) throws Exception {
        Timed.run(Timed.times(arguments, 2), () -> migrate(arguments[0], Path.of(arguments[1])));
    }

    private static void migrate(String url, Path folder) throws SQLException, IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TABLE);
            Set<String> done = versions(statement);
            connection.commit();
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO raw_version (version, description) VALUES (?, ?)")) {
                for (Path file : files) {
                    apply(file, done, statement, insert);
                }
            }
        }
    }

    private static Set<String> versions(Statement statement) throws SQLException {
        Set<String> versions = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT version FROM raw_version")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static void apply(Path file, Set<String> done, Statement statement, PreparedStatement insert)
            throws SQLException, IOException {
        String sql = Files.readString(file);
        String name = file.getFileName().toString();
        int end = name.indexOf("__");
        String version = name.substring(1, end);
        if (!done.contains(version)) {
            statement.execute(sql);
            insert.setString(1, version);
            insert.setString(2, name.substring(end + 2));
            insert.executeUpdate();
            insert.getConnection().commit();
        }
    }
}
