package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class R2dbcUrlTest {

    @ParameterizedTest
    @CsvSource({
        "r2dbc:postgresql://h:5432/db, jdbc:postgresql://h:5432/db",
        "r2dbc:postgres://h/db?sslMode=require&foo=1, jdbc:postgresql://h/db?sslmode=require",
        "r2dbcs:postgresql://h/db, jdbc:postgresql://h/db",
        "r2dbc:pool:mysql://h:3306/db, jdbc:mysql://h:3306/db",
        "r2dbc:h2:mem:///shop, jdbc:h2:mem:shop",
    })
    void translates(String reactive, String jdbc) {
        assertThat(R2dbcUrl.parse(reactive).orElseThrow().jdbc()).isEqualTo(jdbc);
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(R2dbcUrl.parse("jdbc:postgresql://h/db")).isEmpty();
    }
}
