package dev.aludel.command;

import dev.aludel.autogenerate.DraftRewriter;
import dev.aludel.autogenerate.render.ScriptTemplate;
import dev.aludel.error.AludelException;
import dev.aludel.runtime.HistoryTable;
import dev.aludel.runtime.Interruption;
import dev.aludel.runtime.MigrationListener;
import dev.aludel.runtime.Migrator;
import dev.aludel.runtime.Timeouts;
import dev.aludel.runtime.Transactions;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.TableFilter;
import dev.aludel.script.FileNames;
import dev.aludel.script.SchemaScript;
import dev.aludel.script.ScriptDirectory;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything that commands need to know of a project. Suppliers are asked only by the commands that need them, so that
 * `heads` works without a database and `current` without a model.
 *
 * @param directory where migrations are, and where new ones go
 * @param scripts loads all headers; asked at most once a command
 * @param database how to reach the database
 * @param model where the wished-for schema comes from
 * @param tables the names of Aludel's own tables
 * @param comparison which part of model and database is compared
 * @param timeouts how long to wait, and for what
 * @param onDatabaseAhead what an upgrade does where the database has more than the files
 * @param writing how new files look
 * @param clock tells the creation time of new revisions
 * @param listener hears what runs
 * @param interruption ends a run from another thread
 * @param transactions how runs are put into them
 */
public record Environment(
        ScriptDirectory directory,
        Supplier<Scripts> scripts,
        Database database,
        Model model,
        HistoryTable tables,
        Comparison comparison,
        Timeouts timeouts,
        OnDatabaseAhead onDatabaseAhead,
        Writing writing,
        Clock clock,
        MigrationListener listener,
        Interruption interruption,
        Transactions transactions) {

    /** One whose runs nobody ends, with a transaction for each migration. */
    public Environment(
            ScriptDirectory directory,
            Supplier<Scripts> scripts,
            Database database,
            Model model,
            HistoryTable tables,
            Comparison comparison,
            Timeouts timeouts,
            OnDatabaseAhead onDatabaseAhead,
            Writing writing,
            Clock clock,
            MigrationListener listener) {
        this(
                directory,
                scripts,
                database,
                model,
                tables,
                comparison,
                timeouts,
                onDatabaseAhead,
                writing,
                clock,
                listener,
                new Interruption(),
                Transactions.MIGRATION);
    }

    /** Where the wished-for schema comes from. */
    public sealed interface Model {

        /** The project's entities, which speak of tables and sequences; what they cannot say is left alone. */
        record Entities(EntityFinder finder) implements Model {}

        /** SQL that makes the whole schema from an empty database, read when it is asked for. */
        record Sql(Supplier<SchemaScript> script) implements Model {}
    }

    /** Finds the entities for a database of this product and version. */
    public interface EntityFinder {
        ModelSource source(String databaseProduct, int majorVersion, int minorVersion);
    }

    /**
     * What is compared.
     *
     * @param schemas names, or patterns of names; empty: the connection's current one
     * @param tables what of both sides is looked at
     * @param rewriters change what was found, in this order; asked only when something is compared
     */
    public record Comparison(List<String> schemas, TableFilter tables, Supplier<List<DraftRewriter>> rewriters) {}

    /** The language of new migrations. */
    public enum Language {
        JAVA,
        SQL
    }

    /** How new files look. */
    public record Writing(Language language, FileNames names, Supplier<Templates> templates, PostWriteHooks hooks) {}

    /** The looks of both languages. */
    public record Templates(ScriptTemplate java, ScriptTemplate sql) {

        /** Aludel's own. */
        public static Templates standard() {
            return new Templates(ScriptTemplate.standardJava(), ScriptTemplate.standardSql());
        }
    }

    /** Work on an open connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Opens a connection, works, closes it; the database's own words become a message with a remedy. */
    <T> T withConnection(Work<T> work) {
        try (Connection connection = Connections.open(database)) {
            return work.run(connection);
        } catch (SQLException failure) {
            throw Connections.failure(database, failure);
        }
    }

    /** Work that needs the migrations too. */
    interface ScriptWork<T> {
        T run(Scripts scripts, Connection connection) throws SQLException;
    }

    /**
     * The same, and reads the migrations while the connection is opened: to wait for a server and to read files stand in
     * nobody's way. What is wrong with the migrations is said first.
     */
    <T> T withScripts(ScriptWork<T> work) {
        try (Meanwhile<Scripts> loading = Meanwhile.begin("migrations", scripts)) {
            try (Connection connection = openBeside(loading)) {
                return work.run(loading.get(), connection);
            } catch (SQLException failure) {
                throw Connections.failure(database, failure);
            }
        }
    }

    private Connection openBeside(Meanwhile<Scripts> loading) {
        try {
            return Connections.open(database);
        } catch (AludelException unreachable) {
            loading.get();
            throw unreachable;
        }
    }

    Migrator migrator(Scripts loaded) {
        return new Migrator(loaded, database.dialect(), tables, timeouts, listener, interruption, transactions);
    }
}
