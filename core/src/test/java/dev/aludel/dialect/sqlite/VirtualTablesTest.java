package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.dialect.UnmanagedObject;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class VirtualTablesTest {
    private static final Dialect DIALECT = Dialects.forProduct("SQLite");

    @Test
    void areNamedAsWhatIsNotManaged() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE search USING fts5(title, body)");

            assertThat(DIALECT.inspect(connection, InspectOptions.currentSchema()))
                    .isEqualTo(Schema.empty());
            assertThat(DIALECT.unmanaged(connection, InspectOptions.currentSchema()))
                    .containsExactly(new UnmanagedObject(
                            "virtual table search", "CREATE VIRTUAL TABLE search USING fts5(title, body)"));
        }
    }
}
