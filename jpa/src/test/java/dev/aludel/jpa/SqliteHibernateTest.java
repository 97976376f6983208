package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.Adoption;
import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.RenameHints;
import dev.aludel.autogenerate.SchemaDiff;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.SqlStatement;
import dev.aludel.dialect.TableLookup;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableFilter;
import dev.aludel.schema.Type;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On SQLite, what Hibernate creates is what its model is read as. */
class SqliteHibernateTest {
    private static final Dialect DIALECT = Dialects.forProduct("SQLite");

    @TempDir
    Path directory;

    /**
     * Hibernate leaves out on SQLite what would need ALTER TABLE, tries comments in vain, and creates tables of its own for
     * bulk statements. Hibernate 7 declares a numbered column without a type, with which SQLite numbers nothing.
     */
    @ParameterizedTest
    @ValueSource(strings = {"shop", "naming", "validation"})
    void leavesNothingToDoButWhatHibernateLeavesOutOnADatabaseThatHibernateCreated(String model) throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("created.db");
        ModelSource.Request request = request(model, Map.of());
        hibernateCreates(request, url);
        try (Connection connection = DriverManager.getConnection(url)) {
            Schema live = inspect(connection);
            assertThat(live.tables()).isNotEmpty();
            List<Operation> left = SchemaDiff.between(live, wanted(connection, request, live), RenameHints.none());
            assertThat(left.stream()
                            .filter(operation -> !isLeftOut(operation) && !isWithoutType(operation, live))
                            .map(Operation::describe))
                    .isEmpty();
            run(connection, left);
            assertThat(SchemaDiff.between(
                            inspect(connection), wanted(connection, request, inspect(connection)), RenameHints.none()))
                    .isEmpty();
        }
    }

    private static boolean isLeftOut(Operation operation) {
        return operation instanceof AddConstraint add
                && (add.constraint() instanceof Constraint.ForeignKey
                        || add.constraint().columns().size() > 1);
    }

    private static boolean isWithoutType(Operation operation, Schema live) {
        return operation instanceof AlterColumn alter
                && live.findTable(alter.table())
                        .flatMap(table -> table.findColumn(alter.column()))
                        .filter(column -> column.type().equals(new Type.Native("")))
                        .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "bookstore", "naming", "validation"})
    void whatIsDraftedForAnEmptyDatabaseLeavesNothingToDo(String model) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ModelSource.Request request = request(model, Map.of());
            MigrationDraft draft = MigrationDraft.between(
                    Schema.empty(), wanted(connection, request, Schema.empty()), RenameHints.none());
            run(connection, draft.upgrade());
            Schema live = inspect(connection);
            assertThat(live.tables()).isNotEmpty();
            assertThat(SchemaDiff.between(live, wanted(connection, request, live), RenameHints.none()))
                    .extracting(Operation::describe)
                    .isEmpty();
            run(connection, draft.downgrade());
            assertThat(inspect(connection)).isEqualTo(Schema.empty());
        }
    }

    private static void run(Connection connection, List<Operation> operations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (SqlStatement each : DIALECT.render(operation, TableLookup.of(inspect(connection)))) {
                    statement.execute(each.sql());
                }
            }
        }
    }

    private static Schema inspect(Connection connection) throws SQLException {
        Schema all = DIALECT.inspect(connection, InspectOptions.currentSchema());
        return DIALECT.normalize(new TableFilter(List.of(), List.of("HT_*", "HTE_*")).apply(all));
    }

    private static Schema wanted(Connection connection, ModelSource.Request request, Schema live) throws SQLException {
        Schema model = DIALECT.normalize(new JpaModelSource(request).load());
        return Adoption.of(DIALECT.settle(connection, model, live), live);
    }

    private static ModelSource.Request request(String model, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("aludel.model.packages", "dev.aludel.jpa." + model);
        return new ModelSource.Request(Models.withoutSpring(), List.of(Models.testClasses()), all, "SQLite", 3, 53);
    }

    private static void hibernateCreates(ModelSource.Request request, String url) {
        StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.hbm2ddl.auto", "create");
        StandardServiceRegistry registry = builder.build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            MappedClasses.find(request).classes().forEach(sources::addAnnotatedClassName);
            sources.buildMetadata().buildSessionFactory().close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
