package dev.aludel.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"3f1a2b7c9d01", "1", "add_orders", "v1.2", "Änderung", "headless"})
    void legalTextIsKept(String text) {
        assertThat(RevisionId.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a@b", "a-b", "a+b", "a:b", "a b", "a\tb", "a\u00a0b", "head", "heads", "base", "current"})
    void textWithAnotherMeaningIsRefused(String text) {
        assertThatThrownBy(() -> RevisionId.of(text))
                .isInstanceOfSatisfying(
                        AludelException.class,
                        exception -> assertThat(exception.code()).isEqualTo(ErrorCode.ILLEGAL_REVISION));
    }

    @Test
    void lengthIsLimited() {
        assertThat(RevisionId.of("x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> RevisionId.of("x".repeat(256))).hasMessageContaining("256 characters; at most 255");
    }

    @Test
    void messageNamesTheCharacterAndALegalId() {
        assertThatThrownBy(() -> RevisionId.of("my-id"))
                .hasMessageContaining("Character '-' is not allowed in revision identifier 'my-id'.")
                .hasMessageContaining("'my_id'");
    }
}
