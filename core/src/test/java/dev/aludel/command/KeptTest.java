package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void anAnswerIsAskedForOnce() {
        Kept<String> kept = new Kept<>(() -> "answer " + asked.incrementAndGet());

        String first = kept.get();
        assertThat(kept.get()).isSameAs(first).isEqualTo("answer 1");
    }

    @Test
    void whatFailedIsAskedAgain() {
        Kept<String> kept = new Kept<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "answer";
        });

        assertThatThrownBy(kept::get).hasMessage("not yet");
        assertThat(kept.get()).isEqualTo("answer");
    }
}
