package dev.aludel.autogenerate;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must hold of each pair in a real database: what is created is no difference to its model; the way to the other
 * schema leads there, with the rows of what both have; and the way back leads back.
 */
final class LiveCheck {
    private final LiveDatabase database;
    private final Dialect dialect;

    LiveCheck(LiveDatabase database) {
        this.database = database;
        this.dialect = database.dialect();
    }

    void of(SchemaPair pair) throws SQLException {
        new Run(pair).check();
    }

    private final class Run {
        private final SchemaPair pair;
        private SentStatements statements;

        Run(SchemaPair pair) {
            this.pair = pair;
        }

        void check() {
            try {
                migrate();
            } catch (SQLException failure) {
                throw failed(dialect.describeFailure(failure));
            } catch (RuntimeException failure) {
                throw failed(failure.toString());
            }
        }

        private void migrate() throws SQLException {
            Schema wanted;
            try (Connection connection = database.empty().connection()) {
                wanted = create(connection, pair.after(), "new");
            }
            try (Connection connection = database.empty().connection()) {
                migrate(connection, wanted);
            }
        }

        private void migrate(Connection connection, Schema wanted) throws SQLException {
            Schema old = create(connection, pair.before(), "old");
            LiveRows rows = new LiveRows(database, pair);
            rows.insert(statements);
            List<String> content = rows.read(connection);
            Schema target = pair.fromModel() ? model(connection, RandomSchema.nameless(pair.after()), old) : wanted;
            MigrationDraft draft = MigrationDraft.between(old, target, RenameHints.none());

            statements.note("upgrade");
            statements.run(draft.upgrade());
            Schema after = live();
            if (pair.fromModel()) {
                requireEmpty(
                        "after the upgrade, against the model",
                        after,
                        model(connection, RandomSchema.nameless(pair.after()), after));
                if (!database.palette().has(Palette.Trait.IMPLIED_INDEXES)) {
                    requireSame("after the upgrade", shape(after), shape(wanted));
                }
            } else {
                requireSame("after the upgrade", after, wanted);
            }
            requireSame("rows after the upgrade", rows.read(connection), content);

            statements.note("downgrade");
            statements.run(draft.downgrade());
            requireSame("after the downgrade", live(), old);
            requireSame("rows after the downgrade", rows.read(connection), content);
        }

        private Schema create(Connection connection, Schema schema, String name) throws SQLException {
            statements = new SentStatements(dialect, connection);
            statements.note("the " + name + " schema");
            statements.run(creation(schema));
            Schema live = live();
            requireEmpty("the " + name + " schema against its model", live, model(connection, schema, live));
            requireEmpty(
                    "the " + name + " schema against its model without names",
                    live,
                    model(connection, RandomSchema.nameless(schema), live));
            return live;
        }

        /** What a model without names can ask for. */
        private String shape(Schema schema) {
            return Canonical.withoutNames(
                    database.palette().has(Palette.Trait.NUMBERED_ANYWAY) ? withoutNumbers(schema) : schema);
        }

        private static Schema withoutNumbers(Schema schema) {
            return schema.withTables(schema.tables().stream()
                    .map(table -> table.withColumns(table.columns().stream()
                            .map(column -> column.withIdentity(Optional.empty()))
                            .toList()))
                    .toList());
        }

        private Schema model(Connection connection, Schema schema, Schema live) throws SQLException {
            return Adoption.of(dialect.settle(connection, dialect.normalize(schema), live), live);
        }

        private Schema live() throws SQLException {
            Schema normal = dialect.normalize(statements.inspect());
            requireSame("normalized twice", dialect.normalize(normal).toString(), normal.toString());
            return normal;
        }

        private void requireSame(String when, Schema found, Schema wanted) {
            requireEmpty(when, found, wanted);
            requireEmpty(when + ", the other way round", wanted, found);
            requireSame(when, Canonical.of(found), Canonical.of(wanted));
        }

        private void requireEmpty(String when, Schema live, Schema wanted) {
            List<Operation> difference = SchemaDiff.between(live, wanted, RenameHints.none());
            if (!difference.isEmpty()) {
                throw failed(when + " there is a difference: "
                        + difference.stream().map(Object::toString).collect(Collectors.joining("\n")));
            }
        }

        private void requireSame(String when, Object found, Object wanted) {
            if (!found.equals(wanted)) {
                throw failed(when + "\nfound  " + found + "\nwanted " + wanted);
            }
        }

        private AssertionError failed(String what) {
            return new AssertionError("%s%n%n-- old%n%s%n%n-- new%s%n%s%n%n-- sent%n%s"
                    .formatted(
                            what,
                            ddl(pair.before()),
                            pair.fromModel() ? ", as a model without names" : "",
                            ddl(pair.after()),
                            String.join("\n", statements.sent())));
        }

        private String ddl(Schema schema) {
            return creation(schema).stream()
                    .flatMap(operation -> dialect.render(operation, TableLookup.of(schema)).stream())
                    .map(statement -> statement.sql() + ";")
                    .collect(Collectors.joining("\n"));
        }

        private List<Operation> creation(Schema schema) {
            return SchemaDiff.between(Schema.empty(), dialect.normalize(schema), RenameHints.none());
        }
    }
}
