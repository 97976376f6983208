package dev.aludel.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AludelExceptionTest {
    private final AludelException plain = AludelException.of(ErrorCode.LOCKED, "The database is locked.");

    @Test
    void withoutFactsItIsOneLine() {
        assertThat(plain.format()).isEqualTo("RUN-004  The database is locked.");
    }

    @Test
    void textsBeginInOneColumnBehindTheLongestLabel() {
        AludelException failure =
                plain.at("table author").with("holder", "process 7").remedy("Wait.");

        assertThat(failure.format()).isEqualTo("""
                RUN-004  The database is locked.
                  at      table author
                  holder  process 7
                  do      Wait.""");
    }

    @Test
    void furtherLinesStandUnderTheFirst() {
        AludelException failure = plain.at("a.sql:1\n  indented\nb.sql:2\n").state("as it was");

        assertThat(failure.format()).isEqualTo("""
                RUN-004  The database is locked.
                  at     a.sql:1
                           indented
                         b.sql:2
                  state  as it was""");
    }

    @Test
    void factsStandInTheOrderInWhichTheyWereGiven() {
        AludelException failure = plain.remedy("last of all?")
                .state("no")
                .at("here")
                .with("also", "1")
                .with("also", "2");

        assertThat(failure.facts())
                .extracting(AludelException.Fact::label)
                .containsExactly("do", "state", "at", "also", "also");
        assertThat(failure.findFact("also")).contains("1");
        assertThat(failure.findFact("db")).isEmpty();
    }

    @Test
    void aFactMakesANewFailureAndKeepsTheCauseAndWhereItWasThrown() {
        IOException cause = new IOException("disk");
        AludelException first = AludelException.of(ErrorCode.UNREADABLE_FILE, "Cannot read.", cause);
        AludelException second = first.at("file");

        assertThat(first.facts()).isEmpty();
        assertThat(second).hasCause(cause).isNotSameAs(first);
        assertThat(second.getStackTrace()).isEqualTo(first.getStackTrace());
    }

    @Test
    void theMessageForLogsIsTheWholeText() {
        AludelException failure = plain.remedy("Wait.");

        assertThat(failure.what()).isEqualTo("The database is locked.");
        assertThat(failure.getMessage()).isEqualTo(failure.format()).contains("do  Wait.");
    }
}
