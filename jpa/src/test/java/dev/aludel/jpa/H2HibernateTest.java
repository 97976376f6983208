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
import dev.aludel.operation.Operation;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On H2, what Hibernate creates is what its model is read as, however the database keeps names. */
class H2HibernateTest {
    private static final Dialect DIALECT = Dialects.forProduct("H2");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop | ",
                "shop | ;DATABASE_TO_LOWER=TRUE",
                "shop | ;MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "bookstore | ",
                "bookstore | ;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "bookstore | ;MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH",
                "naming | ",
                "naming | ;MODE=MariaDB;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "validation | "
            })
    void leavesNothingToDoOnADatabaseThatHibernateCreated(String model, String settings) throws SQLException {
        String url = url(model + " created", settings);
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            hibernateCreates(request(model, Map.of()), url, Map.of());
            Schema live = inspect(connection);
            assertThat(live.tables()).isNotEmpty();
            assertThat(SchemaDiff.between(live, wanted(connection, request(model, Map.of()), live), RenameHints.none()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE"})
    void quotedNamesAreExact(String settings) throws SQLException {
        Map<String, String> quoted = Map.of("hibernate.globally_quoted_identifiers", "true");
        String url = url("quoted", settings);
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            hibernateCreates(request("naming", quoted), url, quoted);
            Schema live = inspect(connection);
            assertThat(SchemaDiff.between(
                            live, wanted(connection, request("naming", quoted), live), RenameHints.none()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "bookstore", "naming", "validation"})
    void whatIsDraftedForAnEmptyDatabaseLeavesNothingToDo(String model) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(model + " drafted", ""), "sa", "")) {
            ModelSource.Request request = request(model, Map.of());
            MigrationDraft draft = MigrationDraft.between(
                    Schema.empty(), wanted(connection, request, Schema.empty()), RenameHints.none());
            run(connection, draft.upgrade());
            Schema live = inspect(connection);
            assertThat(SchemaDiff.between(live, wanted(connection, request, live), RenameHints.none()))
                    .isEmpty();
            run(connection, draft.downgrade());
            assertThat(inspect(connection)).isEqualTo(Schema.empty());
        }
    }

    private static void run(Connection connection, List<Operation> operations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (SqlStatement each : DIALECT.render(operation, TableLookup.none())) {
                    statement.execute(each.sql());
                }
            }
        }
    }

    private static String url(String name, String settings) {
        return "jdbc:h2:mem:" + name + (settings == null ? "" : settings);
    }

    private static Schema inspect(Connection connection) throws SQLException {
        return DIALECT.normalize(DIALECT.inspect(connection, InspectOptions.currentSchema()));
    }

    private static Schema wanted(Connection connection, ModelSource.Request request, Schema live) throws SQLException {
        Schema model = DIALECT.normalize(new JpaModelSource(request).load());
        return Adoption.of(DIALECT.settle(connection, model, live), live);
    }

    private static ModelSource.Request request(String model, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("aludel.model.packages", "dev.aludel.jpa." + model);
        return new ModelSource.Request(Models.withoutSpring(), List.of(Models.testClasses()), all, "H2", 2, 4);
    }

    private static void hibernateCreates(ModelSource.Request request, String url, Map<String, String> settings) {
        StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.connection.username", "sa")
                .applySetting("hibernate.connection.password", "")
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .applySetting("hibernate.hbm2ddl.halt_on_error", "true");
        settings.forEach(builder::applySetting);
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
