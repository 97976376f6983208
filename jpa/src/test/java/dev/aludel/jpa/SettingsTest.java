package dev.aludel.jpa;

import static dev.aludel.jpa.JpaModelSourceTest.column;
import static dev.aludel.jpa.JpaModelSourceTest.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void namesAsJpaDoesWithoutSpringBoot() {
        Schema schema = Models.load("naming");

        assertThat(column(schema, "orderitem", "parentitem_itemid").nullable()).isTrue();
    }

    @Test
    void namesAsSpringBootDoes() {
        Schema schema = spring(Map.of());

        assertThat(column(schema, "order_item", "product_name").nullable()).isTrue();
        assertThat(column(schema, "order_item", "parent_item_item_id").nullable())
                .isTrue();
    }

    @Test
    void anApplicationsOwnStrategyWinsUnderAnyRelaxedName() {
        for (String key : new String[] {
            "spring.jpa.hibernate.naming.physical-strategy",
            "spring.jpa.hibernate.naming.physicalStrategy",
            "SPRING_JPA_HIBERNATE_NAMING_PHYSICAL_STRATEGY",
            "spring.jpa.properties.hibernate.physical_naming_strategy",
            "hibernate.physical_naming_strategy"
        }) {
            Schema schema = spring(Map.of(key, Prefixed.class.getName()));

            assertThat(schema.tables()).extracting(table -> table.name().name()).containsExactly("t_orderitem");
        }
    }

    @Test
    void honoursTheDefaultSchema() {
        Schema schema = Models.load("naming", Map.of("spring.jpa.properties.hibernate.default_schema", "shop"));

        assertThat(table(schema, "shop.orderitem").constraints())
                .anyMatch(constraint -> constraint.describe().contains("references shop.orderitem"));
        assertThat(Models.load("naming", Map.of("hibernate.default_schema", "public"))
                        .findTable(TableName.of("orderitem")))
                .isPresent();
    }

    @Test
    void honoursTheDialect() {
        Schema schema =
                Models.load("bookstore", Map.of("spring.jpa.database-platform", "org.hibernate.dialect.MySQLDialect"));

        assertThat(schema.tables()).extracting(table -> table.name().name()).contains("Author", "book_seq");
        assertThat(schema.sequences()).isEmpty();
    }

    @Test
    void keepsAwayFromDatabaseCacheAndTenants() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hibernate.connection.url", "jdbc:nothing://nowhere");
        settings.put("hibernate.connection.driver_class", "no.such.Driver");
        settings.put("hibernate.hbm2ddl.auto", "create-drop");
        settings.put("hibernate.cache.region.factory_class", "no.such.RegionFactory");
        settings.put("hibernate.multi_tenant_connection_provider", "no.such.Provider");
        settings.put("hibernate.tenant_identifier_resolver", "no.such.Resolver");
        settings.put("hibernate.current_session_context_class", "no.such.Context");
        settings.put("hibernate.session_factory.interceptor", "no.such.Interceptor");
        settings.put("hibernate.transaction.jta.platform", "no.such.Platform");
        settings.put("jakarta.persistence.jdbc.url", "jdbc:nothing://nowhere");
        settings.put("jakarta.persistence.schema-generation.database.action", "drop-and-create");
        settings.put("spring.datasource.url", "jdbc:nothing://nowhere");
        settings.put("spring.jpa.hibernate.ddl-auto", "create");

        assertThat(Models.load("naming", settings)).isEqualTo(Models.load("naming"));
    }

    private static Schema spring(Map<String, String> settings) {
        ClassLoader classLoader = SettingsTest.class.getClassLoader();
        return new JpaModelSource(Models.request("dev.aludel.jpa.naming", settings, classLoader)).load();
    }

    /** A user's own strategy. */
    public static class Prefixed extends PhysicalNamingStrategyStandardImpl {
        private static final long serialVersionUID = 1L;

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier("t_" + name.getText());
        }
    }
}
