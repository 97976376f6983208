package dev.aludel.command;

import dev.aludel.autogenerate.Adoption;
import dev.aludel.autogenerate.CounterRows;
import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.ScratchDatabase;
import dev.aludel.runtime.OtherTools;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableFilter;
import dev.aludel.schema.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads schemas in the form in which they are compared: normalized, and only the part that the project looks at. */
final class ComparedSchemas {
    private final Environment environment;
    private final Database server;
    private final Dialect dialect;
    private List<ModelSource.Counter> counters = List.of();
    private List<ModelSource.FormerName> formerNames = List.of();
    private Set<TableName> workTables = Set.of();
    private List<Notice> unmanaged = List.of();

    /** @param server has the databases whose schemas are compared */
    ComparedSchemas(Environment environment, Database server) {
        this.environment = environment;
        this.server = server;
        this.dialect = server.dialect();
    }

    /** What the database of a connection holds. */
    Schema live(Connection connection) throws SQLException {
        return compared(dialect.inspect(connection, options(connection.getMetaData())));
    }

    /** What a database holds, and what the project's model asks of it, in its spelling where the two mean the same. */
    record Both(Schema live, Schema model) {}

    /** Reads the database of a connection and the project's model at one time. */
    Both both(Connection connection) throws SQLException {
        if (environment.model() instanceof Environment.Model.Sql sql) {
            Schema live = live(connection);
            try (ScratchDatabase scratch =
                    new ScratchSchemas(environment, server).of(sql.script().get())) {
                compareUnmanaged(connection, scratch.connection(), List.of("the database", "the model"));
                return new Both(live, live(scratch.connection()));
            }
        }
        ModelSource source = entities(connection.getMetaData());
        try (Meanwhile<Schema> loaded = Meanwhile.begin("model", source::load)) {
            Schema live = live(connection);
            Schema model = compared(loaded.get());
            counters = source.counters();
            formerNames = source.formerNames();
            workTables = source.workTables();
            return new Both(live, Adoption.of(dialect.settle(connection, model, live), live));
        }
    }

    private ModelSource entities(DatabaseMetaData product) throws SQLException {
        return ((Environment.Model.Entities) environment.model())
                .finder()
                .source(
                        product.getDatabaseProductName(),
                        product.getDatabaseMajorVersion(),
                        product.getDatabaseMinorVersion());
    }

    /** What turns one schema into the other, with the renames that the model says and the rows that its new tables begin with. */
    MigrationDraft draft(Schema current, Schema target, RenameHints hints) {
        RenameHints all = hints.and(formerNames, current, target);
        return new CounterRows(counters)
                .rewrite(MigrationDraft.between(withoutWorkTables(current), withoutWorkTables(target), all))
                .with(unmanaged);
    }

    /** Lets each draft say where two databases differ in what is not compared. */
    void compareUnmanaged(Connection current, Connection target, List<String> names) throws SQLException {
        unmanaged = UnmanagedDifferences.between(
                dialect.unmanaged(current, options(current.getMetaData())),
                dialect.unmanaged(target, options(target.getMetaData())),
                names);
    }

    private Schema withoutWorkTables(Schema schema) {
        Set<String> names = workTables.stream().map(ComparedSchemas::anyCase).collect(Collectors.toSet());
        return schema.withTables(schema.tables().stream()
                .filter(table -> !names.contains(anyCase(table.name())))
                .toList());
    }

    private static String anyCase(TableName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private Schema compared(Schema schema) {
        return environment.comparison().tables().apply(dialect.normalize(schema));
    }

    /** Aludel's own tables and other tools' histories are nobody's entities, and never to be dropped. */
    private InspectOptions options(DatabaseMetaData product) throws SQLException {
        Set<TableName> excluded = new HashSet<>();
        excluded.add(environment.tables().history());
        excluded.add(environment.tables().log());
        OtherTools.TABLES.forEach(table -> excluded.add(TableName.of(table)));
        return new InspectOptions(schemas(product), excluded);
    }

    private List<String> schemas(DatabaseMetaData product) throws SQLException {
        List<String> wanted = environment.comparison().schemas();
        if (wanted.stream().noneMatch(TableFilter::isPattern)) {
            return wanted;
        }
        List<String> found = new ArrayList<>();
        try (ResultSet rows = product.getSchemas()) {
            while (rows.next()) {
                String name = rows.getString("TABLE_SCHEM");
                String written = dialect.name(name);
                if (wanted.stream()
                        .anyMatch(pattern -> TableFilter.fits(pattern, name) || TableFilter.fits(pattern, written))) {
                    found.add(name);
                }
            }
        }
        return found;
    }
}
