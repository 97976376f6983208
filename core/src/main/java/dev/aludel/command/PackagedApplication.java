package dev.aludel.command;

import dev.aludel.config.JdbcUrls;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.runtime.HistoryTable;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Timeouts;
import dev.aludel.schema.TableFilter;
import dev.aludel.script.ClassPathScripts;
import dev.aludel.script.FileNames;
import dev.aludel.script.ScriptDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What commands need to know of an application that carries its compiled migrations with it: no sources, no compiler. */
public final class PackagedApplication {
    private PackagedApplication() {}

    /** An environment over the application's own connections; it can run and list migrations, not write new ones. */
    public static Environment environment(
            DataSource dataSource,
            ClassLoader loader,
            String packageName,
            MigrationListener listener,
            OnDatabaseAhead onDatabaseAhead) {
        return new Environment(
                new ScriptDirectory(List.of(), Path.of("")),
                new Kept<>(() -> new ClassPathScripts(loader, packageName).load()),
                new ApplicationDatabase(dataSource),
                new Environment.Model.Entities((product, major, minor) -> {
                    throw AludelException.of(
                                    ErrorCode.NO_MODEL, "A packaged application is not compared with its models.")
                            .remedy("Use the command line in the project's directory: `aludel check`.");
                }),
                HistoryTable.standard(),
                new Environment.Comparison(List.of(), TableFilter.all(), List::of),
                Timeouts.standard(),
                onDatabaseAhead,
                new Environment.Writing(
                        Environment.Language.JAVA,
                        new FileNames("%{rev}", ZoneOffset.UTC, 1),
                        Environment.Templates::standard,
                        PostWriteHooks.none()),
                Clock.systemUTC(),
                listener);
    }

    /** Asks the first connection for its product, once. */
    private static final class ApplicationDatabase implements Database {
        private final DataSource dataSource;
        private @Nullable Dialect dialect;

        private ApplicationDatabase(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** Known from the first connection; asking before costs one of its own. */
        @Override
        public Dialect dialect() {
            Dialect known = dialect;
            if (known != null) {
                return known;
            }
            try (Connection connection = open()) {
                return Dialects.forProduct(connection.getMetaData().getDatabaseProductName());
            } catch (SQLException failure) {
                throw refused(failure);
            }
        }

        /** In the words that all databases share: which one it is, only a connection says. */
        private AludelException refused(SQLException failure) {
            AludelException message = isLoginRefused(failure)
                    ? AludelException.of(
                                    ErrorCode.ACCESS_DENIED, "The database refused the user or the password.", failure)
                            .remedy("Correct user and password in the data source's settings.")
                    : AludelException.of(
                                    ErrorCode.DATABASE_UNREACHABLE,
                                    "The application's data source gives no connection.",
                                    failure)
                            .remedy("Start the database, or correct the data source's settings.");
            return message.at(describe())
                    .with("db", JdbcUrls.redact(String.valueOf(failure.getMessage())))
                    .state("Nothing was run.");
        }

        /** By the class of the SQLSTATE, also of what a pool hides behind its own failure. */
        private static boolean isLoginRefused(SQLException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException said
                        && String.valueOf(said.getSQLState()).startsWith("28")) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String describe() {
            return "the application's data source";
        }

        @Override
        public Connection open() throws SQLException {
            Connection connection;
            try {
                connection = dataSource.getConnection();
            } catch (SQLException failure) {
                if (dialect == null) {
                    throw refused(failure);
                }
                throw failure;
            }
            if (dialect == null) {
                dialect = Dialects.forProduct(connection.getMetaData().getDatabaseProductName());
            }
            return connection;
        }

        @Override
        public Connection open(UnaryOperator<String> url) {
            throw AludelException.of(ErrorCode.NO_DATABASE, "The application's data source reaches one database only.")
                    .remedy("Use the command line in the project's directory.");
        }
    }
}
