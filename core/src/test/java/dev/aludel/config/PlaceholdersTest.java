package dev.aludel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private static final Map<String, String> VALUES = Map.of(
            "host", "db",
            "port", "5432",
            "address", "${host}:${port}",
            "which", "host",
            "empty", "",
            "a", "${b}",
            "b", "x${a}");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "plain, plain",
                "${host}, db",
                "jdbc:${host}:${port}/x, jdbc:db:5432/x",
                "${address}, db:5432",
                "${${which}}, db",
                "${no:default}, default",
                "${no:}, \"\"",
                "${empty:default}, \"\"",
                "${no:jdbc:h2:mem}, jdbc:h2:mem",
                "${no:${host}}, db",
                "${no:${never:${port}}}!, 5432!",
                "${no${which}:x}, x",
                "\\${host}, ${host}",
                "${host, ${host",
                "a}b, a}b",
                "$host {host}, $host {host}",
            })
    void fills(String text, String expected) {
        assertThat(placeholders().resolve(text)).isEqualTo(expected);
    }

    @Test
    void namesTheOneWithoutValue() {
        assertThatThrownBy(() -> placeholders().resolve("${host}${no}"))
                .isInstanceOfSatisfying(Placeholders.UnresolvedException.class, failure -> {
                    assertThat(failure.placeholder()).isEqualTo("no");
                    assertThat(failure.toError(ErrorCode.NO_DATABASE, "spring.datasource.url", "application.yml")
                                    .format())
                            .isEqualTo("""
                                    CFG-002  ${no} in 'spring.datasource.url' has no value.
                                      at     application.yml
                                      state  Nothing was run.
                                      do     Set the environment variable NO, or write a default: ${no:…}.""");
                });
    }

    @Test
    void aCircleIsAnErrorAndNoEndlessLoop() {
        assertThatThrownBy(() -> placeholders().resolve("${a}"))
                .isInstanceOfSatisfying(
                        Placeholders.UnresolvedException.class,
                        failure -> assertThat(failure.toError(ErrorCode.INVALID_VALUE, "k", "f")
                                        .what())
                                .isEqualTo("${a} in 'k' refers to itself."));
    }

    private static Placeholders placeholders() {
        return new Placeholders(name -> Optional.ofNullable(VALUES.get(name)));
    }
}
