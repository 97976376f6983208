package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.InspectOptions;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import dev.aludel.test.H2Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.util.ParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2NamesTest {
    private final H2Dialect dialect = new H2Dialect();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "author, author",
                "a_1$, a_1$",
                "Author, \"Author\"",
                "AUTHOR, \"AUTHOR\"",
                "user, \"user\"",
                "1a, \"1a\"",
                "with space, \"with space\"",
                "größe, \"größe\"",
                "a\"b, \"a\"\"b\"",
                "\"author\", \"author\""
            })
    void onlyWhatMustStandsInQuotes(String name, String sql) {
        assertThat(dialect.quote(name)).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE"})
    void whatIsCreatedIsInspectedUnderTheSameName(String settings) throws SQLException {
        try (H2Database database = H2Database.create(settings);
                Connection connection = database.connect()) {
            for (String name : Set.of("author", "Book", "user", "it's \"it\"", "VALUE", "x$1", "_y")) {
                database.execute("CREATE TABLE " + dialect.quote(name) + " (" + dialect.quote(name) + " INT)");
                Schema schema = dialect.inspect(connection, InspectOptions.currentSchema());
                assertThat(schema.findTable(TableName.of(name)).orElseThrow().columns())
                        .singleElement()
                        .satisfies(column -> assertThat(column.name()).isEqualTo(name));
            }
        }
    }

    @Test
    void namesThatDifferInCaseAloneAreTold() throws SQLException {
        try (H2Database database = H2Database.create();
                Connection connection = database.connect()) {
            database.execute(
                    "CREATE TABLE author (id INT); CREATE TABLE \"author\" (id INT); CREATE TABLE \"Author\" (id INT)");
            assertThat(dialect.inspect(connection, InspectOptions.currentSchema())
                            .tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("\"author\"", "Author", "author");
        }
    }

    @Test
    void settingsOfTheDatabaseDecide() throws SQLException {
        try (H2Database database = H2Database.create(";DATABASE_TO_LOWER=TRUE");
                Connection connection = database.connect()) {
            database.execute("CREATE TABLE AUTHOR (id INT); CREATE TABLE \"AUTHOR\" (id INT)");
            assertThat(dialect.inspect(connection, InspectOptions.currentSchema())
                            .tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("AUTHOR", "author");
        }
    }

    @Test
    void whereLettersDoNotCountLowerCaseIsEnough() throws SQLException {
        try (H2Database database = H2Database.create(";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                Connection connection = database.connect()) {
            database.execute("CREATE TABLE Author (firstName INT)");
            Schema schema = dialect.inspect(connection, InspectOptions.currentSchema());
            assertThat(schema.findTable(TableName.of("author")).orElseThrow().findColumn("firstname"))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all and any array as asymmetric authorization between both case cast check constraint cross current_catalog",
                "current_date current_path current_role current_schema current_time current_timestamp current_user day default",
                "distinct else end except exists false fetch for foreign from full group groups having hour if ilike in inner",
                "intersect interval is join key leading left like limit localtime localtimestamp minus minute month natural not",
                "null offset on or order over partition primary qualify range regexp right row rownum rows second select",
                "session_user set some symmetric system_user table to top trailing true uescape union unique unknown user using",
                "value values when where window with year _rowid_"
            })
    void whatTheDriverTakesForAKeywordStandsInQuotes(String words) {
        List<String> keywords = Stream.of(words.split(" ", -1))
                .filter(word -> ParserUtil.isKeyword(word.toUpperCase(Locale.ROOT), false))
                .toList();
        assertThat(keywords).isNotEmpty().noneMatch(H2Identifiers::isBare);
    }
}
