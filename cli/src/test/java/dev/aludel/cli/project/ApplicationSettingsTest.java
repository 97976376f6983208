package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationSettingsTest {
    @TempDir
    Path directory;

    ProjectFiles project;

    @BeforeEach
    void setUp() {
        project = new ProjectFiles(directory);
    }

    @Test
    void yamlWithPlaceholdersAndTheirDefaults() {
        project.yaml("""
                spring:
                  datasource:
                    url: jdbc:postgresql://${DB_HOST:127.0.0.1}:${DB_PORT:15432}/${DB_NAME:bookstore}
                    username: ${DB_USER:${USER_NAME:bookstore}}
                    password: ${DB_PASSWORD:bookstore}
                """);

        DatabaseSettings database = database(Map.of("DB_PORT", "6000", "DB_PASSWORD", "s3cret"));

        assertThat(database.url()).isEqualTo("jdbc:postgresql://127.0.0.1:6000/bookstore");
        assertThat(database.user()).contains("bookstore");
        assertThat(database.password().map(Secret::reveal)).contains("s3cret");
        assertThat(database.source()).isEqualTo("src/main/resources/application.yml: spring.datasource.url");
        assertThat(database.toString()).doesNotContain("s3cret");
    }

    @Test
    void propertiesStandBeforeYamlAndVariablesBeforeBoth() {
        project.yaml("spring.datasource: {url: jdbc:postgresql://yaml/x, username: yaml}");
        project.properties("spring.datasource.url=jdbc:postgresql://properties/x\n");

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://properties/x");
        assertThat(database(Map.of()).user()).contains("yaml");

        DatabaseSettings database = database(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://variable/x"));
        assertThat(database.url()).isEqualTo("jdbc:postgresql://variable/x");
        assertThat(database.source()).isEqualTo("SPRING_DATASOURCE_URL");
        assertThat(database.user()).contains("yaml");
    }

    @Test
    void variablesAloneAreEnough() {
        assertThat(database(
                        Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://v/x", "SPRING_DATASOURCE_USERNAME", "u")))
                .returns("jdbc:postgresql://v/x", DatabaseSettings::url)
                .satisfies(database -> assertThat(database.user()).contains("u"));
        String json = "{\"spring\":{\"datasource\":{\"url\":\"jdbc:postgresql://json/x\"}}}";
        assertThat(database(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://v/x", "SPRING_APPLICATION_JSON", json)))
                .returns("jdbc:postgresql://json/x", DatabaseSettings::url);
    }

    @Test
    void theConfigFolderAndTheWorkingDirectoryStandBeforeTheClassPath() {
        project.properties("a=1\nb=1\nc=1\nd=1\n")
                .write("src/main/resources/config/application.properties", "b=2\nc=2\nd=2\n")
                .write("application.properties", "c=3\nd=3\n")
                .write("config/application.yml", "d: 4\n");

        ApplicationSettings settings = settings(Map.of());

        assertThat(settings.find("a")).contains("1");
        assertThat(settings.find("b")).contains("2");
        assertThat(settings.find("c")).contains("3");
        assertThat(settings.find("d")).contains("4");
        assertThat(settings.files())
                .containsExactly(
                        "src/main/resources/application.properties",
                        "src/main/resources/config/application.properties",
                        "application.properties",
                        "config/application.yml");
    }

    @Test
    void profilesComeFromVariablesOrTheFileAndTheLastOneWins() {
        project.properties("spring.profiles.active=dev\nspring.datasource.url=jdbc:postgresql://plain/x\n")
                .write("src/main/resources/application-dev.yml", "spring.datasource.url: jdbc:postgresql://dev/x")
                .write("src/main/resources/application-prod.yml", "spring.datasource.url: jdbc:postgresql://prod/x")
                .write("src/main/resources/application-eu.properties", "spring.datasource.username=eu");

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://dev/x");
        DatabaseSettings production = database(Map.of("SPRING_PROFILES_ACTIVE", "dev,prod,eu"));
        assertThat(production.url()).isEqualTo("jdbc:postgresql://prod/x");
        assertThat(production.source()).isEqualTo("src/main/resources/application-prod.yml: spring.datasource.url");
        assertThat(production.user()).contains("eu");
    }

    @Test
    void withoutAChosenProfileTheDefaultOneIsActive() {
        project.properties("k=plain\n").write("src/main/resources/application-default.properties", "k=default\n");

        assertThat(settings(Map.of()).find("k")).contains("default");
        assertThat(settings(Map.of("SPRING_PROFILES_ACTIVE", "x")).find("k")).contains("plain");
    }

    @Test
    void documentsOfOneFileHoldForTheirProfiles() {
        project.yaml("""
                spring.datasource.url: jdbc:postgresql://plain/x
                ---
                spring:
                  config.activate.on-profile: prod & !eu
                  datasource.url: jdbc:postgresql://prod/x
                ---
                spring:
                  config.activate.on-profile: [ eu, us ]
                  datasource.url: jdbc:postgresql://abroad/x
                ---
                spring:
                  config.activate.on-profile: "!prod"
                  datasource.username: anyone
                """);

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://plain/x");
        assertThat(database(Map.of()).user()).contains("anyone");
        DatabaseSettings production = database(Map.of("SPRING_PROFILES_ACTIVE", "prod"));
        assertThat(production.url()).isEqualTo("jdbc:postgresql://prod/x");
        assertThat(production.user()).isEmpty();
        assertThat(database(Map.of("SPRING_PROFILES_ACTIVE", "prod,us")).url()).isEqualTo("jdbc:postgresql://abroad/x");
    }

    @Test
    void propertiesFilesHaveDocumentsToo() {
        project.properties("""
                spring.datasource.url=jdbc:postgresql://plain/x
                #---
                spring.config.activate.on-profile=prod
                spring.datasource.url=jdbc:postgresql://prod/x
                """);

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://plain/x");
        assertThat(database(Map.of("SPRING_PROFILES_ACTIVE", "prod")).url()).isEqualTo("jdbc:postgresql://prod/x");
    }

    @Test
    void importedFilesStandBeforeTheFileThatImportsThem() {
        project.yaml("""
                        spring:
                          config.import: [ "optional:file:.env[.properties]", "optional:file:missing.yml", "classpath:db.yml" ]
                          datasource.url: jdbc:postgresql://${DB_HOST}/x
                          datasource.username: plain
                        """)
                .write(".env", "DB_HOST=from-env-file\n")
                .write("src/main/resources/db.yml", "spring.datasource.username: imported\n");

        DatabaseSettings database = database(Map.of());

        assertThat(database.url()).isEqualTo("jdbc:postgresql://from-env-file/x");
        assertThat(database.user()).contains("imported");
        assertThat(database(Map.of("DB_HOST", "variable")).url()).isEqualTo("jdbc:postgresql://variable/x");
    }

    @Test
    void theSpellingOfAKeyDoesNotMatterAndThePoolsSettingsWin() {
        project.properties("""
                spring.datasource.url=jdbc:postgresql://plain/x
                spring.datasource.userName=plain
                spring.datasource.hikari.jdbcUrl=jdbc:postgresql://pool/x
                """);

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://pool/x");
        assertThat(database(Map.of()).user()).contains("plain");
        assertThat(database(Map.of("SPRING_DATASOURCE_HIKARI_JDBCURL", "jdbc:postgresql://v/x"))
                        .url())
                .isEqualTo("jdbc:postgresql://v/x");
    }

    @Test
    void aReactiveUrlIsTranslated() {
        project.properties("""
                spring.r2dbc.url=r2dbc:pool:postgresql://me:pa%40ss@db:5432/shop?schema=sales&statementTimeout=5s
                """);

        DatabaseSettings database = database(Map.of());

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db:5432/shop?currentSchema=sales");
        assertThat(database.user()).contains("me");
        assertThat(database.password().map(Secret::reveal)).contains("pa@ss");
        assertThat(database(Map.of("SPRING_R2DBC_USERNAME", "other")).user()).contains("other");
    }

    @Test
    void quarkusWithItsProfiles() {
        project.properties("""
                quarkus.datasource.username=plain
                quarkus.datasource.jdbc.url=jdbc:postgresql://plain/x
                %dev.quarkus.datasource.username=dev
                %prod.quarkus.datasource.jdbc.url=jdbc:postgresql://${DB_HOST}/x
                """);

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://plain/x");
        assertThat(database(Map.of()).user()).contains("dev");
        DatabaseSettings production = database(Map.of("QUARKUS_PROFILE", "prod", "DB_HOST", "db"));
        assertThat(production.url()).isEqualTo("jdbc:postgresql://db/x");
        assertThat(production.user()).contains("plain");
        assertThat(production.source())
                .isEqualTo("src/main/resources/application.properties: %prod.quarkus.datasource.jdbc.url");
        assertThat(database(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://v/x"))
                        .url())
                .isEqualTo("jdbc:postgresql://v/x");
    }

    @Test
    void aProductionDatabaseIsNotChosenUnasked() {
        project.properties("%prod.quarkus.datasource.jdbc.url=jdbc:postgresql://prod/x\n");

        assertThat(settings(Map.of()).findDatabase()).isEmpty();
    }

    @Test
    void aPlaceholderWithoutValueIsNamedWithFileAndVariable() {
        project.yaml("spring.datasource.url: jdbc:postgresql://${db.host}/x\n");

        AludelException failure = catchThrowableOfType(AludelException.class, () -> database(Map.of()));

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_DATABASE);
        assertThat(failure.format()).isEqualTo("""
                        CFG-002  ${db.host} in 'spring.datasource.url' has no value.
                          at     src/main/resources/application.yml
                          state  Nothing was run.
                          do     Set the environment variable DB_HOST, or write a default: ${db.host:…}.""");
        assertThat(database(Map.of("DB_HOST", "v")).url()).isEqualTo("jdbc:postgresql://v/x");
    }

    @Test
    void whatNobodyNeedsMayStayWithoutValue() {
        project.yaml("spring.datasource.url: jdbc:postgresql://h/x\nmail.key: ${MAIL_KEY}\n");

        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://h/x");
    }

    @Test
    void malformedFilesAreNamedWithTheirLine() {
        project.yaml("spring:\n  datasource:\n   url: [\n");
        AludelException yaml = catchThrowableOfType(AludelException.class, () -> settings(Map.of()));
        assertThat(yaml.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(yaml.findFact("at").orElseThrow()).matches("src/main/resources/application.yml:[34]");

        project.yaml("").properties("a=1\n#---\nb=\\u12\n");
        AludelException properties = catchThrowableOfType(AludelException.class, () -> settings(Map.of()));
        assertThat(properties.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(properties.findFact("at")).contains("src/main/resources/application.properties:3");
    }

    @Test
    void mavensTokensAreReadAsMavenHasFilteredThem() {
        project.yaml("info.version: @project.version@\nspring.datasource.url: jdbc:postgresql://@db.host@/x\n");
        assertThat(settings(Map.of()).find("info.version")).contains("@project.version@");

        project.write(
                "target/classes/application.yml",
                "info.version: 1.0\nspring.datasource.url: jdbc:postgresql://filtered/x\n");
        assertThat(database(Map.of()).url()).isEqualTo("jdbc:postgresql://filtered/x");
    }

    @Test
    void aPackagedApplicationIsReadFromItsClasses() {
        project.write("target/classes/application.properties", "spring.datasource.url=jdbc:postgresql://h/x\n");

        assertThat(database(Map.of()).source())
                .isEqualTo("target/classes/application.properties: spring.datasource.url");
    }

    @Test
    void whatShapesTheModelIsHandedOn() {
        project.yaml("""
                spring:
                  jpa:
                    hibernate.naming.physical-strategy: com.example.Naming
                    properties:
                      hibernate.default_schema: ${SCHEMA:sales}
                      "[hibernate.dialect]": x
                  application.name: shop
                quarkus.hibernate-orm.physical-naming-strategy: com.example.Other
                """);

        Map<String, String> flat =
                settings(Map.of("SPRING_JPA_DATABASE_PLATFORM", "p")).flat();

        assertThat(flat)
                .containsEntry("spring.jpa.hibernate.naming.physical-strategy", "com.example.Naming")
                .containsEntry("spring.jpa.properties.hibernate.default_schema", "sales")
                .containsEntry("spring.jpa.properties.[hibernate.dialect]", "x")
                .containsEntry("SPRING_JPA_DATABASE_PLATFORM", "p")
                .containsEntry("hibernate.physical_naming_strategy", "com.example.Other")
                .doesNotContainKey("spring.application.name");
    }

    @Test
    void anOldEncodingIsNoReasonToFail() throws Exception {
        project.properties("");
        Files.write(
                directory.resolve("src/main/resources/application.properties"),
                "spring.datasource.password=grün\nspring.datasource.url=jdbc:postgresql://h/x"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(database(Map.of()).password().map(Secret::reveal)).contains("grün");
    }

    @Test
    void aProjectWithoutSettingsHasNone() {
        assertThat(settings(Map.of()).findDatabase()).isEmpty();
        assertThat(settings(Map.of()).files()).isEmpty();
        assertThat(settings(Map.of()).flat()).isEmpty();
    }

    private ApplicationSettings settings(Map<String, String> variables) {
        return ApplicationSettings.read(directory, variables);
    }

    private DatabaseSettings database(Map<String, String> variables) {
        return settings(variables).findDatabase().orElseThrow();
    }
}
