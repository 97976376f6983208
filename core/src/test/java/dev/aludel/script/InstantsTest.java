package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:22:41Z",
                "0000-01-01T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "2026-03-01T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2026-03-01T10:22:41.5Z",
                "2026-03-01t10:22:41z",
                "+12026-03-01T10:22:41Z",
                "-0001-03-01T10:22:41Z"
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30T10:22:41Z",
                "2026-03-01T25:22:41Z",
                "2026-03-01 10:22:41Z",
                "2026-03-01T10:22:41",
                "+026-03-01T10:22:41Z"
            })
    void refusesWhatTheLibraryRefuses(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
