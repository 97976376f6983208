package dev.aludel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.CountedConnection;
import dev.aludel.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run asks of the database, counted. Time depends on the machine, this does not: more of it is slower everywhere. */
class RoundTripsTest {
    @TempDir
    Path directory;

    private TestDatabase database;
    private CountedConnection counted;
    private Migrations migrations;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        counted = CountedConnection.of(database.connect());
        migrations = new Migrations(directory)
                .sql("a1", "", "CREATE TABLE author (id int);", "DROP TABLE author;")
                .sql("b2", "a1", "ALTER TABLE author ADD email text;", "ALTER TABLE author DROP email;");
        migrations.upgrade(counted.connection(), "head");
        counted.sent();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void nothingToDoCostsOneQuery() throws Exception {
        migrations.upgrade(counted.connection(), "head");
        assertThat(counted.sent()).singleElement().asString().startsWith("SELECT revision, parents");
    }

    /** The statement, and the row with the line of the log and the commit; the driver sends BEGIN with the first of them. */
    @Test
    void aMigrationMoreCostsTwoRoundTrips() throws Exception {
        migrations.sql("c3", "b2", "CREATE TABLE book (id int);", "DROP TABLE book;");
        migrations.upgrade(counted.connection(), "head");
        List<String> one = counted.sent();
        migrations
                .sql("d4", "c3", "CREATE TABLE shop (id int);", "DROP TABLE shop;")
                .sql("e5", "d4", "CREATE TABLE staff (id int);", "DROP TABLE staff;");
        migrations.upgrade(counted.connection(), "head");
        assertThat(counted.sent()).hasSize(one.size() + 2);
    }

    /** Apart from its migrations: the history twice, the lock taken and freed, the files' checksums, the two tables, and the limit for locks. */
    @Test
    void aRunCostsTheSameHoweverLongTheHistoryIs() throws Exception {
        migrations.sql("c3", "b2", "CREATE TABLE book (id int);", "DROP TABLE book;");
        migrations.upgrade(counted.connection(), "head");
        assertThat(counted.sent()).hasSize(2 + 10);
    }
}
