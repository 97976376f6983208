package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        ROOT.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        ROOT.removeHandler(handler);
        HIBERNATE.setLevel(null);
    }

    @Test
    void loadingAModelLogsNothingAndLeavesLevelsAsTheyWere() {
        Models.load("bookstore");

        assertThat(lines).isEmpty();
        assertThat(HIBERNATE.getLevel()).isNull();
    }

    @Test
    void aLevelThatTheUserSetStays() {
        HIBERNATE.setLevel(Level.INFO);

        Models.load("bookstore");

        assertThat(lines).isNotEmpty();
        assertThat(HIBERNATE.getLevel()).isEqualTo(Level.INFO);
    }
}
