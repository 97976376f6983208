package dev.aludel.command;

import dev.aludel.config.JdbcUrls;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Locale;
import java.util.function.Function;

/** One side of {@code aludel diff}, as people name it. */
sealed interface DiffSide {

    /** The project's entities. */
    record Models() implements DiffSide {}

    /** What all migrations make of an empty database. */
    record Migrations() implements DiffSide {}

    /** No table at all. */
    record Empty() implements DiffSide {}

    /** What SQL makes of an empty database: a file or a folder. */
    record Script(String name) implements DiffSide {}

    /** A database as it is. */
    record Live(Database database) implements DiffSide {}

    /**
     * Reads {@code models}, {@code migrations}, {@code empty}, <code>database</code> (the project's own), a JDBC URL, or the name
     * of an SQL file or of a folder that ends with a slash.
     */
    static DiffSide parse(String text, Environment environment, Function<String, Database> databases) {
        return switch (text) {
            case "models" -> new Models();
            case "migrations" -> new Migrations();
            case "empty" -> new Empty();
            case "database" -> new Live(environment.database());
            default -> {
                if (text.startsWith("jdbc:")) {
                    yield new Live(databases.apply(text));
                }
                if (text.toLowerCase(Locale.ROOT).endsWith(".sql") || text.endsWith("/")) {
                    yield new Script(text);
                }
                throw AludelException.of(
                                ErrorCode.USAGE, "'" + JdbcUrls.redact(text) + "' is nothing that can be compared.")
                        .with(
                                "takes",
                                "models, migrations, database, empty, a JDBC URL, an .sql file, a folder of them (name/)")
                        .state("Nothing was run.")
                        .remedy("Name both sides, for example: aludel diff --from database --to schema.sql");
            }
        };
    }
}
