package dev.aludel.benchmarks.peer.mybatis;

import dev.aludel.benchmarks.program.Timed;
import java.io.File;
import java.util.Properties;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.JdbcConnectionProvider;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** Applies what is pending: {@code URL FOLDER [TIMES]}. */
public final class MybatisProgram {
    private MybatisProgram() {}

    public static void main(String[] arguments) throws Exception {
        Timed.prepare(Timed.times(arguments, 2), () -> {
            JdbcConnectionProvider database =
                    new JdbcConnectionProvider("org.postgresql.Driver", arguments[0], "postgres", "");
            FileMigrationLoader files = new FileMigrationLoader(new File(arguments[1]), "UTF-8", new Properties());
            return () -> new UpOperation().operate(database, files, new DatabaseOperationOption(), null);
        });
    }
}
