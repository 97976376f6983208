package dev.aludel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    @Test
    void valuesHaveTheTypesOfTheirOptions() {
        Configuration configuration = parse("""
                aludel.url=jdbc:postgresql://localhost/shop
                aludel.user = shop
                aludel.directory = src/main/java/a , src/main/java/b,
                aludel.script.format=SQL
                aludel.slug-length=12
                aludel.timezone=Europe/Prague
                aludel.lock-timeout=500ms
                aludel.history-table=meta.applied
                """);

        assertThat(configuration.find(Options.URL)).contains("jdbc:postgresql://localhost/shop");
        assertThat(configuration.find(Options.USER)).contains("shop");
        assertThat(configuration.get(Options.DIRECTORY)).containsExactly("src/main/java/a", "src/main/java/b");
        assertThat(configuration.get(Options.LANGUAGE)).isEqualTo("sql");
        assertThat(configuration.get(Options.SLUG_LENGTH)).isEqualTo(12);
        assertThat(configuration.get(Options.TIMEZONE)).isEqualTo(ZoneId.of("Europe/Prague"));
        assertThat(configuration.get(Options.LOCK_TIMEOUT)).isEqualTo(Duration.ofMillis(500));
        assertThat(configuration.get(Options.HISTORY_TABLE)).isEqualTo("meta.applied");
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Configuration configuration = Configuration.empty();

        assertThat(configuration.find(Options.URL)).isEmpty();
        assertThat(configuration.get(Options.DIRECTORY)).isEmpty();
        assertThat(configuration.get(Options.LANGUAGE)).isEqualTo("java");
        assertThat(configuration.get(Options.LOCK_TIMEOUT)).isEqualTo(Duration.ofSeconds(60));
        assertThat(configuration.get(Options.HISTORY_TABLE)).isEqualTo("aludel_history");
        assertThat(configuration.findPlace(Options.HISTORY_TABLE)).isEmpty();
    }

    static Stream<Option<?>> options() {
        return Options.all().stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyDefaultIsALegalValueAndEveryOptionIsDescribed(Option<?> option) {
        assertThat(option.fallbackValue().isPresent())
                .isEqualTo(option.fallback().isPresent());
        assertThat(option.description()).endsWith(".");
        assertThat(Options.all().stream().filter(other -> other.key().equals(option.key())))
                .hasSize(1);
    }

    @Test
    void aBlankValueCountsAsNotSaid() {
        Configuration configuration = parse("aludel.url=\naludel.lock-timeout=  \n");

        assertThat(configuration.find(Options.URL)).isEmpty();
        assertThat(configuration.get(Options.LOCK_TIMEOUT)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aNamedEnvironmentStandsBeforeThePlainValues() {
        Configuration configuration = parse("""
                aludel.url=jdbc:postgresql://localhost/shop
                aludel.user=shop
                aludel.prod.url=jdbc:postgresql://db.example.com/shop
                aludel.prod.script.format=sql
                aludel.test.url=jdbc:postgresql://localhost/test
                """);

        Configuration production = configuration.forEnvironment("prod");
        assertThat(production.find(Options.URL)).contains("jdbc:postgresql://db.example.com/shop");
        assertThat(production.findPlace(Options.URL)).contains("aludel.properties:3");
        assertThat(production.find(Options.USER)).contains("shop");
        assertThat(production.get(Options.LANGUAGE)).isEqualTo("sql");
        assertThat(configuration.find(Options.URL)).contains("jdbc:postgresql://localhost/shop");
        assertThat(configuration.environments()).containsExactly("prod", "test");
    }

    @Test
    void anUnknownEnvironmentNeverFallsBackToAnotherDatabase() {
        Configuration configuration = parse("aludel.url=jdbc:postgresql://localhost/shop\naludel.prod.user=p\n");

        AludelException failure =
                catchThrowableOfType(AludelException.class, () -> configuration.forEnvironment("prdo"));

        assertThat(failure.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(failure.format()).contains("no environment 'prdo' in aludel.properties", "known  prod");
    }

    @ParameterizedTest
    @CsvSource({
        "aludel.ulr, aludel.url",
        "aludel.lockTimeout, aludel.lock-timeout",
        "aludel.lock_timeout, aludel.lock-timeout",
        "aludel.model.classroots, aludel.model.class-roots",
        "aludel.directories, aludel.directory",
        "url, aludel.url",
        "Aludel.User, aludel.user",
    })
    void anUnknownPropertyIsNamedWithTheOneThatWasMeant(String typed, String meant) {
        AludelException failure = refused("\n# a comment\n" + typed + "=x\n");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_PROPERTY);
        assertThat(failure.what()).isEqualTo("Unknown property '" + typed + "'.");
        assertThat(failure.findFact("at")).contains("aludel.properties:3");
        assertThat(failure.findFact("do")).contains("Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aludel.passwords3cret", "aludel.passs3cret", "aludel.passwords3cret="})
    void aLineWithoutAValueIsNotQuoted(String line) {
        AludelException failure = refused("\n" + line + "\n");

        assertThat(failure.what())
                .isEqualTo("An unknown property without a value: there is no '=', or nothing behind it.");
        assertThat(failure.findFact("at")).contains("aludel.properties:2");
        assertThat(failure.findFact("do").orElseThrow()).isEqualTo("Did you mean 'aludel.password=…'?");
        assertThat(failure.format()).doesNotContain("s3cret");
    }

    @Test
    void aSecretInAUrlThatIsNoneIsHidden() {
        assertThat(refused("aludel.url=assword=s3cret\n").format())
                .contains("'assword=***'")
                .doesNotContain("s3cret");
    }

    @Test
    void nothingIsSuggestedForWhatIsLikeNoOption() {
        assertThat(refused("spring.application.name=shop\n").findFact("do").orElseThrow())
                .startsWith("Remove the line. There are: aludel.url, aludel.user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aludel.url=postgresql://localhost/shop",
                "aludel.script.format=yaml",
                "aludel.slug-length=0",
                "aludel.slug-length=many",
                "aludel.timezone=Mars/Olympus",
                "aludel.lock-timeout=60",
                "aludel.lock-timeout=-1s",
                "aludel.history-table=a b",
                "aludel.history-table=a.b.c",
                "aludel.file-template=%{slug}",
                "aludel.file-template=%{rev}_%{sulg}",
                "aludel.file-template=%{rev}/../%{slug}",
                "aludel.file-template=%{rev} %{slug}",
            })
    void aWrongValueIsNamedWithItsLineAndWhatIsLegal(String line) {
        AludelException failure = refused("aludel.user=shop\n" + line + "\n");

        String property = line.substring(0, line.indexOf('='));
        String value = line.substring(line.indexOf('=') + 1);
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(failure.what()).isEqualTo("'" + value + "' is not a legal value of '" + property + "'.");
        assertThat(failure.findFact("at")).contains("aludel.properties:2");
        Option<?> option = Options.all().stream()
                .filter(each -> each.property().equals(property))
                .findFirst()
                .orElseThrow();
        assertThat(failure.findFact("do")).contains("Write " + option.form() + ", or remove the line.");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        AludelException failure = refused("""
                aludel.slug-length=0
                aludel.user=a
                aludel.prod.timezone=Mars
                aludel.colour=red
                aludel.user=b
                """);

        assertThat(failure.format()).isEqualTo("""
                        CFG-004  aludel.properties has 4 problems.
                          at  aludel.properties:1  '0' is not a legal value of 'aludel.slug-length'.
                              Write a number from 1 to 200, or remove the line.
                          at  aludel.properties:3  'Mars' is not a legal value of 'aludel.prod.timezone'.
                              Write a time zone such as UTC or Europe/Prague, or remove the line.
                          at  aludel.properties:4  Unknown property 'aludel.colour'.
                              Remove the line. There are: %s.
                          at  aludel.properties:5  'aludel.user' is set twice, first in line 2.
                              Remove one of the two lines.
                          do  Correct aludel.properties and run the command again.""".formatted(String.join(
                ", ", Options.all().stream().map(Option::property).toList())));
    }

    @Test
    void variablesFillPlaceholdersWhenTheOptionIsAskedFor() {
        Configuration configuration =
                Configuration.parse("""
                aludel.url=jdbc:postgresql://${DB_HOST:localhost}:${DB_PORT:5432}/shop
                aludel.password=${DB_PASSWORD}
                aludel.prod.password=${PRODUCTION_PASSWORD}
                """, "aludel.properties", Map.of("DB_PORT", "15432", "DB_PASSWORD", "s3cret"));

        assertThat(configuration.find(Options.URL)).contains("jdbc:postgresql://localhost:15432/shop");
        assertThat(configuration.find(Options.PASSWORD).map(Secret::reveal)).contains("s3cret");
        AludelException failure = catchThrowableOfType(
                AludelException.class,
                () -> configuration.forEnvironment("prod").find(Options.PASSWORD));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(failure.what()).isEqualTo("${PRODUCTION_PASSWORD} in 'aludel.prod.password' has no value.");
        assertThat(failure.findFact("at")).contains("aludel.properties:3");
        assertThat(failure.findFact("do").orElseThrow()).contains("environment variable PRODUCTION_PASSWORD");
    }

    @Test
    void noMessageShowsAPassword() {
        AludelException failure = refused("aludel.url=postgresql://shop:s3cret@localhost/shop?password=s3cret\n");

        assertThat(failure.format()).contains("postgresql://shop:***@localhost/shop?password=***");
        assertThat(parse("aludel.password=s3cret\n").find(Options.PASSWORD)).hasToString("Optional[***]");
    }

    @Test
    void aMalformedEscapeIsToldWithItsLine() {
        AludelException failure = refused("aludel.user=a\naludel.directory=C:\\users\\me\n");

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(failure.findFact("at")).contains("aludel.properties:2");
        assertThat(failure.findFact("do")).contains("Write a backslash as \\\\.");
    }

    @Test
    void placesSurviveContinuationsCommentsAndSimilarKeys() {
        Configuration configuration = parse("""
                ! aludel.user=commented
                aludel.directory=a,\\
                    b,\\
                    # no comment,\\
                    c

                  aludel.user : me
                """);

        assertThat(configuration.get(Options.DIRECTORY)).isEqualTo(List.of("a", "b", "# no comment", "c"));
        assertThat(configuration.findPlace(Options.DIRECTORY)).isEqualTo(Optional.of("aludel.properties:2"));
        assertThat(configuration.findPlace(Options.USER)).isEqualTo(Optional.of("aludel.properties:7"));
        assertThat(configuration.find(Options.USER)).contains("me");
    }

    private static Configuration parse(String text) {
        return Configuration.parse(text, "aludel.properties", Map.of());
    }

    private static AludelException refused(String text) {
        return catchThrowableOfType(AludelException.class, () -> parse(text));
    }
}
