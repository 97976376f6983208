package dev.aludel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void exitCodesMeanWhatTheCommandLineSays() {
        String said =
                String.join(" ", AludelCommandLine.commands().usageMessage().footer());
        for (int code : List.of(1, 2, 3, 5)) {
            String meaning = Failures.describe("", code).replaceFirst("^Exit code \\d: (.*)\\.$", "$1");
            assertThat(said).contains(code + " " + meaning);
        }
    }

    @Test
    void adviceInTheWordsOfTheCommandLineIsTranslated() {
        assertThat(Failures.describe("REV-005  Several.\n  do  Run `aludel merge heads`.", 1))
                .isEqualTo("""
                        REV-005  Several.
                          do  Run `aludel merge heads`.
                        Exit code 1: failed. In Maven `aludel upgrade head --tag v1` is \
                        `mvn aludel:upgrade -Daludel.target=head -Daludel.tag=v1`.""");
    }
}
