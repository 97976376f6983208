package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';true",
                "a;true",
                "b;false",
                "!b;true",
                "!a;false",
                "b,a;true",
                "a & c;true",
                "a & b;false",
                "b | c;true",
                "(a & b) | !c;false",
                "a & (b | c);true",
                "!(a & b);true",
                "!!a;true",
                "with-dash;false",
                "a &;false",
            })
    void conditions(String condition, boolean holds) {
        assertThat(new Profiles(List.of("a", "c")).match(condition)).isEqualTo(holds);
    }

    @Test
    void groupsAndIncludedProfiles() {
        Map<String, List<String>> settings = Map.of(
                "spring.profiles.active", List.of("prod", "eu"),
                "spring.profiles.include", List.of("common"),
                "spring.profiles.group.prod", List.of("database", "queue"),
                "spring.profiles.group.queue", List.of("prod", "kafka"));

        assertThat(Profiles.of(key -> settings.getOrDefault(key, List.of())).active())
                .containsExactly("common", "prod", "database", "queue", "kafka", "eu");
    }
}
