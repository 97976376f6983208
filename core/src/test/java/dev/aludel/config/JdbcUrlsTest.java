package dev.aludel.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:5432/db, jdbc:postgresql://h:5432/db",
        "jdbc:postgresql://h/db?user=u&password=p%26w&ssl=true, jdbc:postgresql://h/db?user=u&password=***&ssl=true",
        "jdbc:postgresql://h/db?sslpassword=x, jdbc:postgresql://h/db?sslpassword=***",
        "jdbc:postgresql://u:p@h/db, jdbc:postgresql://u:***@h/db",
        "jdbc:mysql://u:p@ss:w@h:3306/db, jdbc:mysql://u:***@h:3306/db",
        "postgresql://u:p@h/db, postgresql://u:***@h/db",
        "jdbc:sqlserver://h;user=u;PASSWORD=p;encrypt=true, jdbc:sqlserver://h;user=u;PASSWORD=***;encrypt=true",
        "jdbc:sqlserver://h;password={a;b};x=y, jdbc:sqlserver://h;password=***;x=y",
        "jdbc:oracle:thin:scott/tiger@//h:1521/x, jdbc:oracle:thin:scott/***@//h:1521/x",
        "jdbc:h2:mem:x;PWD=p, jdbc:h2:mem:x;PWD=***",
        "'jdbc:postgresql://h/db?password=p,a)b c&x=y', jdbc:postgresql://h/db?password=***&x=y",
        "jdbc:mariadb://u:p/a@h/db, jdbc:mariadb://u:***@h/db",
        "jdbc:postgresql://h:5432/db?user=u@h, jdbc:postgresql://h:5432/db?user=u@h",
        "assword=x, assword=***",
        "jdbc:postgresql://h1:1111|h2/db, jdbc:postgresql://h1:1111|h2/db",
    })
    void hidesPasswordsAndNothingElse(String url, String shown) {
        assertThat(JdbcUrls.redact(url)).isEqualTo(shown);
    }
}
