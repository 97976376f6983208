package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.command.Environment;
import dev.aludel.jpa.mappings.common.Keys;
import dev.aludel.jpa.mappings.enums.Phase;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mapping that JPA and Hibernate know, on every database: what Hibernate creates is nothing to do for Aludel, and what
 * Aludel migrates an empty database to is nothing to do for Hibernate.
 */
class MappingsTest {
    /** Hibernate's update finds keys and indexes by name only: the model's must not be hashes. */
    private static final Map<String, String> READABLE =
            Map.of("hibernate.implicit_naming_strategy", ReadableNames.class.getName());

    @TempDir
    Path directory;

    static Stream<MappingDatabase> databases() {
        return MappingDatabase.available().stream();
    }

    @ParameterizedTest
    @MethodSource("databasesWithSettings")
    void leavesNothingToDoOnWhatHibernateCreated(MappingDatabase database, Map<String, String> settings) {
        String url = database.fresh().get();
        ModelSource.Request model = model(database.packages(), settings);
        new HibernateTool(model, url).create();

        AludelProject project = aludel(model, database, url, Environment.Language.JAVA);
        List<String> left = project.check();
        assertThat(left).allMatch(database::leavesOut);
        if (!left.isEmpty()) {
            project.revise();
            project.upgrade();
            assertThat(project.check()).isEmpty();
        }
        assertThat(project.live().tables())
                .hasSizeGreaterThan(80)
                .anyMatch(table -> table.name().name().equalsIgnoreCase("restoration_aud"));
    }

    static Stream<Arguments> databasesWithSettings() {
        Map<String, String> otherTypes = Map.of(
                "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                "hibernate.implicit_naming_strategy", "component-path",
                "hibernate.type.preferred_uuid_jdbc_type", "CHAR",
                "hibernate.type.preferred_duration_jdbc_type", "BIGINT",
                "hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP",
                "hibernate.type.wrapper_array_handling", "LEGACY",
                "hibernate.timezone.default_storage", "COLUMN");
        Map<String, String> quotedNames = Map.of(
                "hibernate.auto_quote_keyword", "true",
                "hibernate.globally_quoted_identifiers", "true",
                "hibernate.globally_quoted_identifiers_skip_column_definitions", "true");
        // conditions and queries of the model name columns without quotes, which in H2 are others
        return databases()
                .flatMap(database -> Stream.of(
                                Named.of("no settings", Map.<String, String>of()),
                                Named.of("other types", otherTypes),
                                Named.of("quoted names", quotedNames))
                        .filter(settings -> !database.name().equals("H2") || settings.getPayload() != quotedNames)
                        .map(settings -> Arguments.of(database, settings)));
    }

    /** What Hibernate says of a database that it has created itself is no difference: it says so for ever. */
    @ParameterizedTest
    @MethodSource("databases")
    void leavesNothingToDoForHibernateOnWhatAludelMigrated(MappingDatabase database) {
        ModelSource.Request model = model(database.packages(), READABLE);
        String hibernates = database.fresh().get();
        new HibernateTool(model, hibernates).create();
        String ours = database.fresh().get();
        AludelProject project = aludel(model, database, ours, Environment.Language.JAVA);
        project.revise();
        project.upgrade();

        new HibernateTool(model(accepted(database), READABLE), ours).validate();
        assertThat(new HibernateTool(model, ours).updates()).isSubsetOf(new HibernateTool(model, hibernates).updates());
        assertThat(project.check()).isEmpty();
        new HibernateTool(model, ours).persist(entitiesWithEachKindOfKey());
        // H2 2.4 inserts nothing into a domain with a list of values once the connection that created it is closed
        if (database.packages().contains("enums") && !database.name().equals("H2")) {
            new HibernateTool(model, ours).persist(List.of(new Phase.Project()));
        }
    }

    private static List<Object> entitiesWithEachKindOfKey() {
        return List.of(
                new Keys.Artwork(),
                new Keys.Sketch(),
                new Keys.Frame(),
                new Keys.Crate(),
                new Keys.Pallet(),
                new Keys.Ticket(),
                new Keys.Voucher(),
                new Keys.Coupon(),
                new Keys.Pass());
    }

    /** Aludel gives what has no name one that people can read, under which Hibernate's update does not look. */
    @ParameterizedTest
    @MethodSource("databases")
    void withHashesForNamesHibernateWouldRepeatKeysAndIndexesOnly(MappingDatabase database) {
        ModelSource.Request model = model(List.of("common"), Map.of());
        String hibernates = database.fresh().get();
        new HibernateTool(model, hibernates).create();
        String ours = database.fresh().get();
        AludelProject project = aludel(model, database, ours, Environment.Language.SQL);
        project.revise();
        project.upgrade();

        List<String> updates = new ArrayList<>(new HibernateTool(model, ours).updates());
        updates.removeAll(new HibernateTool(model, hibernates).updates());
        assertThat(updates)
                .isNotEmpty()
                .allMatch(statement -> statement.matches("(alter table .* (add|drop) (constraint|index)|create index)"
                        + " (if exists )?(UK|IDX)[0-9a-z]{16,}.*"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leavesNothingAfterTheWayBack(MappingDatabase database) {
        AludelProject project = aludel(
                model(database.packages(), Map.of()), database, database.fresh().get(), Environment.Language.SQL);
        Schema before = project.live();
        project.revise();
        project.upgrade();
        assertThat(project.check()).isEmpty();
        project.downgrade();

        assertThat(project.live()).isEqualTo(before);
        assertThat(before.tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void hibernateRefusesItsOwnSchemaWhereItIsNotAsked(MappingDatabase database) {
        for (String refused : database.refused()) {
            HibernateTool hibernate = new HibernateTool(
                    model(List.of(refused), Map.of()), database.fresh().get());
            hibernate.create();

            assertThatThrownBy(hibernate::validate).isInstanceOf(SchemaManagementException.class);
        }
    }

    private static List<String> accepted(MappingDatabase database) {
        List<String> packages = new ArrayList<>(database.packages());
        packages.removeAll(database.refused());
        return packages;
    }

    private AludelProject aludel(
            ModelSource.Request model, MappingDatabase database, String url, Environment.Language language) {
        return new AludelProject(model, url, database.schemas(), directory, language);
    }

    private static ModelSource.Request model(List<String> packages, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(
                "aludel.model.packages",
                packages.stream().map(name -> "dev.aludel.jpa.mappings." + name).collect(Collectors.joining(",")));
        return new ModelSource.Request(
                Models.withoutSpring(), List.of(Models.testClasses()), all, "asked of the connection", 0, 0);
    }
}
