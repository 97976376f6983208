package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.Aludel;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.InspectOptions;
import dev.aludel.error.AludelException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three migrations that faults disturb, and what they leave where nothing disturbs them. */
final class Shop {
    static final String VERSIONS = "dev.aludel.conformance.faults.versions";
    static final String SECRET = "s3cret-0f-7his-shop";

    private static final Pattern PLACE = Pattern.compile(
            "The database is at (?:an empty history \\()?(\\w+)(?: \\(no revision is applied\\))?(?:, with (\\w+) half-done)?");

    /** What is applied; a downgrade that has done nothing yet, as far as its run knows, has not changed that. */
    private static final String APPLIED =
            "SELECT coalesce(max(revision), 'base'), '', '' FROM aludel_history" + " WHERE status = 'applied'";

    private static final String UNTOUCHED =
            " OR (status = 'downgrading' AND statements_done = 0 AND (progress IS NULL OR progress = 'sent'))";

    private Shop() {}

    static Aludel aludel(String url) {
        return Aludel.migrations(VERSIONS).on(new UrlDataSource(url));
    }

    /** Goes all the way in one direction. */
    static void run(String url, String direction) {
        run(aludel(url), direction);
    }

    static void run(Aludel aludel, String direction) {
        if (direction.equals("upgrade")) {
            aludel.upgrade("head");
        } else {
            aludel.downgrade("base");
        }
    }

    /** The failure of a run, which says what happened, where, what the database is like and what to do. */
    static Optional<AludelException> findFailure(String url, String direction) {
        try {
            run(url, direction);
            return Optional.empty();
        } catch (AludelException failure) {
            requireGoodManners(failure);
            return Optional.of(failure);
        }
    }

    static AludelException fail(String url, String direction) {
        return findFailure(url, direction).orElseThrow(() -> new AssertionError("the " + direction + " did not fail"));
    }

    static void requireGoodManners(AludelException failure) {
        String message = failure.format();
        for (String label : List.of("at", "state", "do")) {
            assertThat(failure.findFact(label)).as("%s in %s", label, message).isPresent();
        }
        assertThat(message)
                .doesNotContain(SECRET)
                .doesNotContain("Exception")
                .doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(");
    }

    /** Where the message says that the database is, it is, and what it calls half-done the history does too. */
    static void requireTrue(AludelException failure, String url) throws SQLException {
        Matcher place = PLACE.matcher(failure.findFact("state").orElseThrow());
        if (place.find()) {
            String halfDone = place.group(2);
            String message = failure.format();
            assertThat(place.group(1))
                    .as(message)
                    .isEqualTo(place(url, halfDone == null ? APPLIED + UNTOUCHED : APPLIED));
            if (halfDone != null) {
                assertThat(place(url, "SELECT revision, '', '' FROM aludel_history WHERE status <> 'applied'"))
                        .as(message)
                        .isEqualTo(halfDone);
            }
        }
    }

    /** The revisions that the query finds: none is "". */
    private static String place(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables =
                        connection.getMetaData().getTables(connection.getCatalog(), null, "aludel_history", null)) {
            return tables.next() ? String.join(", ", query(connection, query)).strip() : "base";
        }
    }

    /** Schema, rows, and what the history says. */
    static List<String> describe(String url, boolean upgraded) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<String> parts = new ArrayList<>();
            parts.add(Dialects.forUrl(url)
                    .inspect(connection, InspectOptions.currentSchema())
                    .toString());
            parts.addAll(query(connection, "SELECT revision, status, statements_done FROM aludel_history ORDER BY 1"));
            if (upgraded) {
                parts.addAll(query(connection, "SELECT id, full_name, updates FROM author ORDER BY id"));
            }
            return parts;
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
            return values;
        }
    }

    static void execute(String url, String... texts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }
}
