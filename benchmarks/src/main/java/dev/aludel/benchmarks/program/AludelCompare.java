package dev.aludel.benchmarks.program;

import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Inspects two databases and compares them, without a command line: {@code URL OTHER-URL [TIMES]}. */
public final class AludelCompare {
    private AludelCompare() {}

    public static void main(String[] arguments) throws Exception {
        Timed.run(Timed.times(arguments, 2), () -> {
            Dialect dialect = Dialects.forUrl(arguments[0]);
            List<Operation> found =
                    SchemaDiff.between(read(dialect, arguments[0]), read(dialect, arguments[1]), RenameHints.none());
            System.out.println("differences: " + found.size());
        });
    }

    private static Schema read(Dialect dialect, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return dialect.normalize(dialect.inspect(connection, InspectOptions.currentSchema()));
        }
    }
}
