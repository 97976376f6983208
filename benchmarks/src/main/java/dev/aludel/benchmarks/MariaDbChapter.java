package dev.aludel.benchmarks;

import dev.aludel.benchmarks.input.LargeSchema;
import dev.aludel.benchmarks.report.Table;
import dev.aludel.servers.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Two databases of 1,000 tables each on MariaDB, read and compared. */
final class MariaDbChapter implements Chapter {
    private static final int TABLES = 1000;

    private final Table time = new Table(
            "Inspect and compare 1,000 tables, whole process, " + MySqlServer.MARIADB_11_4, "s", "at most 12 queries");

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String title() {
        return "Large schemas on MariaDB";
    }

    @Override
    public void run(Bench bench) throws Exception {
        String one = fresh("big_a");
        String other = fresh("big_b");
        LargeSchema.create(one, TABLES, false);
        LargeSchema.create(other, TABLES, true);
        Programs programs = bench.programs();
        for (int round = 1; round <= bench.rounds(); round++) {
            time.add(
                    "bulk read of information_schema over JDBC (one side)",
                    bench.run(programs.raw(List.of(), "RawInspect", "bulk", one))
                            .seconds());
            time.add(
                    "Aludel, inspect and compare",
                    bench.run(programs.embedded(List.of(), "AludelCompare", one, other))
                            .seconds());
        }
    }

    private static String fresh(String database) throws SQLException {
        String url = MySqlServer.MARIADB_11_4.url("mysql");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return MySqlServer.MARIADB_11_4.url(database);
    }

    @Override
    public List<Table> tables() {
        return List.of(time);
    }
}
