package dev.aludel.revision;

import static dev.aludel.revision.GraphText.graph;
import static dev.aludel.revision.GraphText.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTargetTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "head,           -,         head,      0",
                "ae10,           -,         ae10,      0",
                "+2,             -,         '',        2",
                "-1,             -,         '',       -1",
                "ae10+3,         -,         ae10,      3",
                "head-1,         -,         head,     -1",
                "shop@head,      shop,      head,      0",
                "shop@-2,        shop,      '',       -2",
                "shop@base+2,    shop,      base,      2",
                "feature-1@head, feature-1, head,      0",
                "feature-1-2,    -,         feature-1,-2",
                "my-feature,     -,         my-feature,0",
            })
    void everyFormIsTakenApart(String text, String branch, String symbol, int steps) {
        RevisionTarget target = RevisionTarget.parse(text);

        assertThat(target.branch()).isEqualTo(Optional.ofNullable(branch));
        assertThat(target.symbol()).isEqualTo(symbol);
        assertThat(target.steps()).isEqualTo(steps);
        assertThat(target).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ae10+1 garbage",
                "ae10+1garbage",
                "a b",
                "a@b@c",
                "@head",
                "label@",
                "a+b",
                "+",
                "a:b",
                ":",
                "+99999999999"
            })
    void textAroundAFormIsRefused(String text) {
        assertThatThrownBy(() -> RevisionTarget.parse(text))
                .isInstanceOfSatisfying(
                        AludelException.class,
                        exception -> assertThat(exception.code()).isEqualTo(ErrorCode.INVALID_TARGET));
    }

    @Test
    void garbageAfterANumberIsPointedOut() {
        assertThatThrownBy(() -> RevisionTarget.parse("ae10+1 garbage"))
                .hasMessageContaining("'ae10+1 garbage' is not a revision target.")
                .hasMessageContaining("Did you mean 'ae10+1'?");
    }

    @Test
    void aDeclaredLabelComesBeforeAnOffset() {
        RevisionGraph graph = graph("a <- b[feature-1] <- c");

        assertThat(graph.upgrade(Heads.empty(), to("feature-1")).to()).isEqualTo(Heads.of("b"));
        assertThat(graph.upgrade(Heads.empty(), to("feature-1-1")).to()).isEqualTo(Heads.of("a"));
        assertThat(graph.upgrade(Heads.empty(), to("feature-1@head")).to()).isEqualTo(Heads.of("c"));
    }
}
