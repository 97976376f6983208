package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import org.junit.jupiter.api.Test;

class DialectsTest {

    @Test
    void findsADialectByUrlAndByProduct() {
        assertThat(Dialects.forUrl("jdbc:postgresql://localhost/x").name()).isEqualTo("PostgreSQL");
        assertThat(Dialects.forProduct("postgresql").driverClass()).isEqualTo("org.postgresql.Driver");
    }

    @Test
    void namesWhatItSupportsAndNoPassword() {
        assertThatThrownBy(() -> Dialects.forUrl("jdbc:oracle:thin:scott/tiger@host:1521/x"))
                .isInstanceOfSatisfying(AludelException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED_DATABASE);
                    assertThat(failure.format()).contains("jdbc:oracle:", "PostgreSQL (jdbc:postgresql:…)");
                    assertThat(failure.format()).doesNotContain("tiger");
                });
        assertThatThrownBy(() -> Dialects.forProduct("DB2")).hasMessageContaining("'DB2'");
    }
}
