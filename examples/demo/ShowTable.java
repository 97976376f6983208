import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Prints the columns of one table of the demo's database, as the server's own catalogue has them. */
public final class ShowTable {
    private static final String COLUMNS =
            """
            SELECT column_name, data_type || COALESCE('(' || character_maximum_length || ')', ''),
                   CASE is_nullable WHEN 'NO' THEN 'not null' ELSE '' END
              FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = ?
             ORDER BY ordinal_position
            """;

    private ShowTable() {}

    public static void main(String[] arguments) throws SQLException {
        String url = "jdbc:postgresql://" + System.getenv("DB_HOST") + ":" + System.getenv("DB_PORT") + "/"
                + System.getenv("DB_NAME");
        try (Connection connection =
                        DriverManager.getConnection(url, System.getenv("DB_USER"), System.getenv("DB_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, arguments[0]);
            try (ResultSet rows = statement.executeQuery()) {
                System.out.printf("  %-12s %-26s%n", "column", "type");
                System.out.println("  " + "-".repeat(48));
                while (rows.next()) {
                    System.out.printf("  %-12s %-26s %s%n", rows.getString(1), rows.getString(2), rows.getString(3));
                }
            }
        }
    }
}
