package dev.aludel.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.Aludel;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.test.H2Database;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RefusedConnectionTest {
    private final AtomicInteger asked = new AtomicInteger();

    private AludelException fail(String url, String password) {
        DataSource pool = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    try {
                        return DriverManager.getConnection(url, "sa", password);
                    } catch (SQLException failure) {
                        throw new SQLTransientConnectionException("no connection after 30 s", null, 0, failure);
                    }
                });
        return catchThrowableOfType(
                AludelException.class,
                () -> Aludel.migrations("dev.aludel.packaged.versions").on(pool).upgrade("head"));
    }

    @Test
    void aRefusedLoginIsSaidToBeOneAndNotTriedAgain() throws Exception {
        try (H2Database database = H2Database.create()) {
            AludelException failure = fail(database.url(), "wrong");

            assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(failure.format())
                    .contains("the application's data source", "Nothing was run.", "Correct user and password")
                    .doesNotContain("wrong");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedOnce() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        AludelException failure = fail("jdbc:h2:tcp://127.0.0.1:" + port + "/mem:none", "");

        assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE);
        assertThat(failure.format()).contains("no connection after 30 s", "Start the database");
        assertThat(asked).hasValue(1);
    }
}
