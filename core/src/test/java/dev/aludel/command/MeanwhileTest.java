package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    @Test
    void bothGoOnAtOneTime() {
        CountDownLatch here = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(1);

        try (Meanwhile<String> work = Meanwhile.begin("test", () -> {
            there.countDown();
            await(here);
            return "done";
        })) {
            await(there);
            here.countDown();
            assertThat(work.get()).isEqualTo("done");
        }
    }

    @Test
    void aFailureIsThrownWhereItIsAskedFor() {
        AludelException failure = AludelException.of(ErrorCode.NO_MODEL, "no model");

        try (Meanwhile<String> work = Meanwhile.begin("test", () -> {
            throw failure;
        })) {
            assertThatThrownBy(work::get).isSameAs(failure);
        }
        try (Meanwhile<String> work = Meanwhile.begin("test", () -> {
            throw new NoClassDefFoundError("gone");
        })) {
            assertThatThrownBy(work::get).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void whoGivesUpWaitsAllTheSame() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);

        assertThatThrownBy(() -> {
                    try (Meanwhile<String> work = Meanwhile.begin("test", () -> {
                        await(begun);
                        ended.set(true);
                        throw new IllegalStateException("nobody asks for it");
                    })) {
                        begun.countDown();
                        throw new IllegalArgumentException("given up");
                    }
                })
                .hasMessage("given up");
        assertThat(ended).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
