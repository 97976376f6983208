package dev.aludel.jpa;

import dev.aludel.schema.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns an application's settings into Hibernate's: what shapes the model is passed on, as Spring Boot would pass it on;
 * what connects, runs DDL, caches or starts other subsystems is left out or switched off.
 */
final class HibernateSettings {
    private static final String SPRING = "spring.jpa.properties";
    private static final String IMPLICIT_NAMING = "hibernate.implicit_naming_strategy";
    private static final String PHYSICAL_NAMING = "hibernate.physical_naming_strategy";

    /** Everything below these names is about running, not about the model. */
    private static final List<String> NOT_THE_MODEL = List.of(
            "hibernate.agroal.",
            "hibernate.allow_update_outside_transaction",
            "hibernate.boot.",
            "hibernate.bytecode.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.cfg_xml_file",
            "hibernate.connection.",
            "hibernate.context.",
            "hibernate.current_session_context_class",
            "hibernate.delay_cdi_access",
            "hibernate.ejb.",
            "hibernate.enhancer.",
            "hibernate.enable_lazy_load_no_trans",
            "hibernate.event.",
            "hibernate.generate_statistics",
            "hibernate.hbm2ddl.",
            "hibernate.hikari.",
            "hibernate.integrator_provider",
            "hibernate.javax.cache.",
            "hibernate.jdbc.",
            "hibernate.jndi.",
            "hibernate.jpa.static_metamodel",
            "hibernate.jta.",
            "hibernate.multi_tenant",
            "hibernate.multiTenancy",
            "hibernate.persister.",
            "hibernate.proxool.",
            "hibernate.query.",
            "hibernate.resource.",
            "hibernate.search.",
            "hibernate.session.",
            "hibernate.session_factory",
            "hibernate.statistics.",
            "hibernate.temp.",
            "hibernate.tenant",
            "hibernate.transaction.",
            "hibernate.ucp.",
            "hibernate.vibur.",
            "jakarta.persistence.bean.manager",
            "jakarta.persistence.create-database-schemas",
            "jakarta.persistence.database-",
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.provider",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.sharedCache.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.transactionType",
            "jakarta.persistence.validation.factory");

    /** Overrides that keep every version of Hibernate offline, also against a {@code hibernate.properties} file. */
    private static final Map<String, String> OFFLINE = Map.ofEntries(
            Map.entry("hibernate.boot.allow_jdbc_metadata_access", "false"),
            Map.entry("hibernate.hbm2ddl.auto", "none"),
            Map.entry("jakarta.persistence.schema-generation.database.action", "none"),
            Map.entry("jakarta.persistence.schema-generation.scripts.action", "none"),
            Map.entry("hibernate.cache.use_second_level_cache", "false"),
            Map.entry("hibernate.cache.use_query_cache", "false"),
            Map.entry("hibernate.generate_statistics", "false"),
            Map.entry("hibernate.query.startup_check", "false"),
            Map.entry("hibernate.search.enabled", "false"),
            Map.entry("hibernate.transaction.coordinator_class", "jdbc"),
            Map.entry("hibernate.bytecode.use_reflection_optimizer", "false"));

    private HibernateSettings() {}

    /**
     * Settings for Hibernate's service registry: names as Hibernate spells them, values as the application gave them.
     *
     * @param persistenceXml properties of the persistence unit, which any of the application's settings overrides
     */
    static Map<String, Object> of(ModelSource.Request request, Map<String, String> persistenceXml) {
        Map<String, Object> settings = new TreeMap<>();
        persistenceXml.forEach((key, value) -> putPlain(settings, key, value));
        request.settings().forEach((key, value) -> putPlain(settings, key, value));
        request.settings().forEach((key, value) -> springName(key).ifPresent(name -> putPlain(settings, name, value)));
        find(request.settings(), "spring.jpa.database-platform")
                .ifPresent(dialect -> settings.putIfAbsent("hibernate.dialect", dialect));
        putNaming(request, settings);
        settings.putAll(OFFLINE);
        settings.put("hibernate.connection.provider_class", new NoConnection());
        settings.put("hibernate.resource.beans.container", new UnmanagedBeans());
        settings.put("jakarta.persistence.database-product-name", request.databaseProduct());
        settings.put("jakarta.persistence.database-product-version", version(request));
        settings.put("jakarta.persistence.database-major-version", String.valueOf(request.majorVersion()));
        settings.put("jakarta.persistence.database-minor-version", String.valueOf(request.minorVersion()));
        return settings;
    }

    /**
     * Dialects ask of a third number only whether it is high enough (MySQL has checks since 8.0.16), and it is not known
     * here: the newest counts.
     */
    private static String version(ModelSource.Request request) {
        return request.majorVersion() + "." + request.minorVersion() + ".99";
    }

    /** The mapping files that {@code spring.jpa.mapping-resources} lists. */
    static List<String> mappingResources(Map<String, String> settings) {
        String wanted = canonical("spring.jpa.mapping-resources");
        return settings.entrySet().stream()
                .filter(entry ->
                        canonical(entry.getKey()).replaceAll("\\[?\\d*]?$", "").equals(wanted))
                .flatMap(entry -> Arrays.stream(entry.getValue().split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void putPlain(Map<String, Object> settings, String key, String value) {
        boolean known = Stream.of("hibernate.", "jakarta.persistence.", "org.hibernate.")
                .anyMatch(key::startsWith);
        if (known && NOT_THE_MODEL.stream().noneMatch(key::startsWith)) {
            settings.put(key, value);
        }
    }

    /** The name below {@code spring.jpa.properties}, with or without brackets. */
    private static Optional<String> springName(String key) {
        if (!key.startsWith(SPRING + ".") && !key.startsWith(SPRING + "[")) {
            return Optional.empty();
        }
        String rest = key.substring(SPRING.length() + 1);
        return Optional.of(rest.replace("[", "").replace("]", ""));
    }

    private static void putNaming(ModelSource.Request request, Map<String, Object> settings) {
        Optional<SpringNaming> spring = SpringNaming.find(request.classLoader());
        find(request.settings(), "spring.jpa.hibernate.naming.implicit-strategy")
                .ifPresent(strategy -> settings.put(IMPLICIT_NAMING, strategy));
        find(request.settings(), "spring.jpa.hibernate.naming.physical-strategy")
                .ifPresent(strategy -> settings.put(PHYSICAL_NAMING, strategy));
        spring.ifPresent(naming -> {
            settings.putIfAbsent(IMPLICIT_NAMING, naming.implicit());
            settings.putIfAbsent(PHYSICAL_NAMING, naming.physical());
        });
    }

    /** Relaxed binding: case, dashes, dots and underscores do not matter, so environment variables count, too. */
    private static Optional<String> find(Map<String, String> settings, String name) {
        return settings.entrySet().stream()
                .filter(entry -> canonical(entry.getKey()).equals(canonical(name)))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String canonical(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }
}
