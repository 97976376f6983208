package dev.aludel.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSimilarityTest {

    @ParameterizedTest
    @CsvSource({
        "name, name, 1.0",
        "name, NAME, 1.0",
        "name, full_name, 0.8",
        "created_at, created_on, 0.8",
        "colour, color, 0.83",
        "first_name, last_name, 0.7",
        "id, price, 0.2"
    })
    void lettersOrWordsCount(String one, String other, double similarity) {
        assertThat(NameSimilarity.of(one, other)).isCloseTo(similarity, within(0.01));
        assertThat(NameSimilarity.of(other, one)).isEqualTo(NameSimilarity.of(one, other));
    }
}
