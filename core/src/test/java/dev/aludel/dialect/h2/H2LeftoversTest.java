package dev.aludel.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.SqlStatement;
import dev.aludel.test.H2Database;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2LeftoversTest {
    private H2Database database;

    @BeforeEach
    void create() throws SQLException {
        database = H2Database.create();
        database.execute("CREATE TABLE book (id int PRIMARY KEY, title varchar(40));"
                + "INSERT INTO book VALUES (1, 'one'), (2, 'two')");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private void clear(String statement) throws SQLException {
        H2Leftovers.clear(database.connect(), new SqlStatement(statement, 1, false));
    }

    private List<String> tables() throws SQLException {
        return database.query("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA NOT IN"
                + " ('INFORMATION_SCHEMA') ORDER BY 1");
    }

    @Test
    void copiesOfTheAlteredTableGo() throws SQLException {
        database.execute("CREATE TABLE book_copy_3_0 (id int, title varchar(40), price int);"
                + "CREATE TABLE book_copy_3_1 (id int, price int); INSERT INTO book_copy_3_1 VALUES (2, 7)");

        clear("ALTER TABLE book ADD price int");

        assertThat(tables()).containsExactly("BOOK");
    }

    @Test
    void whatHoldsAnythingElseStays() throws SQLException {
        database.execute("CREATE TABLE book_copy_2024_11 (id int, title varchar(40));"
                + "INSERT INTO book_copy_2024_11 VALUES (1, 'as it was');"
                + "CREATE TABLE book_copy_1_1 (other int);"
                + "CREATE TABLE book_copy_1_2 (title int); INSERT INTO book_copy_1_2 VALUES (1);"
                + "CREATE TABLE book_copy (id int); CREATE TABLE notebook_copy_1_1 (id int);");

        clear("ALTER TABLE IF EXISTS public.book ALTER COLUMN title SET NOT NULL");

        assertThat(tables()).hasSize(6);
    }

    @Test
    void onlyAnAlteredTableThatIsThereHasCopies() throws SQLException {
        database.execute("CREATE TABLE author_copy_3_0 (id int); CREATE TABLE book_copy_3_0 (id int)");

        clear("ALTER TABLE author ADD name varchar(40)");
        clear("CREATE INDEX ix ON book (title)");
        clear("ALTER TABLE other.book ADD price int");
        clear("ALTER TABLE \"book\" ADD price int");
        clear("ALTER TABLE");

        assertThat(tables()).hasSize(3);
    }

    @Test
    void namesMayBeHostile() throws SQLException {
        database.execute("CREATE SCHEMA \"s\"\"1\"; CREATE TABLE \"s\"\"1\".\"a.*\"\"b\" (\"x\"\"\" int);"
                + "CREATE TABLE \"s\"\"1\".\"a.*\"\"b_COPY_1_0\" (\"x\"\"\" int, y int);"
                + "CREATE TABLE \"s\"\"1\".\"aaa\"\"b_COPY_1_0\" (\"x\"\"\" int)");

        clear("ALTER TABLE \"s\"\"1\".\"a.*\"\"b\" ADD y int");

        assertThat(tables()).containsExactly("BOOK", "a.*\"b", "aaa\"b_COPY_1_0");
    }
}
