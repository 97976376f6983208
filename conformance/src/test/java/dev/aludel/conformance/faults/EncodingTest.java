package dev.aludel.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Characters that a file or a database cannot have. */
class EncodingTest {
    @TempDir
    Path directory;

    @Test
    void aDatabaseWithoutTheCharacter() throws Exception {
        String template = Arena.POSTGRESQL.create(directory);
        Shop.execute(
                template, "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        Checkout checkout = Checkout.create(directory.resolve("project"), template.replaceFirst("/\\w+\\?", "/latin?"))
                .migration("a1", "", "CREATE TABLE sign (name text);\nINSERT INTO sign VALUES ('→');", "");
        assertThat(checkout.run("upgrade", "head").exits(1).err())
                .contains("RUN-003", "a1.sql", "LATIN1", "nothing of it is left");
        checkout.migration("a1", "", "CREATE TABLE sign (name text);\nINSERT INTO sign VALUES ('é');", "")
                .succeed("upgrade", "head");
        checkout.succeed("current").prints("a1");
    }

    @Test
    void aDatabaseThatWouldRefuseTheRow() throws Exception {
        String url = Arena.MARIADB.create(directory);
        Shop.execute(url, "ALTER DATABASE CHARACTER SET latin1");
        Checkout checkout = Checkout.create(directory.resolve("project"), url)
                .migration("a1", "", "CREATE TABLE sign (name text);", "DROP TABLE sign;")
                .migration("b2", "a1", "INSERT INTO sign VALUES ('→');", "");
        assertThat(checkout.run("upgrade", "head").exits(1).err())
                .contains("RUN-003", "b2.sql", "Incorrect string value", "The database is at a1");
        checkout.migration("b2", "a1", "INSERT INTO sign VALUES ('é');", "").succeed("upgrade", "head");
        checkout.succeed("current").prints("b2");
    }

    /** What the history says is not bound to what the application's tables can hold. */
    @Test
    void aMessageThatTheDatabaseHasNoCharactersFor() throws Exception {
        String url = Arena.MARIADB.create(directory);
        Shop.execute(url, "ALTER DATABASE CHARACTER SET latin1");
        Checkout checkout = Checkout.create(directory.resolve("project"), url);
        checkout.write(
                "versions/a1.sql",
                Checkout.sql("a1", "", "CREATE TABLE sign (name text);", "DROP TABLE sign;")
                        .replace("step a1", "→ 文字"));
        checkout.succeed("upgrade", "head");
        checkout.delete("versions/a1.sql");
        checkout.succeed("log").prints("a1");
        checkout.succeed("downgrade", "base");
        assertThat(checkout.succeed("current").out()).contains("base");
    }

    /** PostgreSQL keeps bytes there, and converts none. */
    @Test
    void aDatabaseWithoutAnEncoding() throws Exception {
        String template = Arena.POSTGRESQL.create(directory);
        Shop.execute(
                template, "CREATE DATABASE bytes ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        Checkout checkout = Checkout.create(directory.resolve("project"), template.replaceFirst("/\\w+\\?", "/bytes?"))
                .migration("a1", "", "CREATE TABLE sign (name text DEFAULT '→');", "DROP TABLE sign;");
        checkout.succeed("upgrade", "head");
        checkout.succeed("diff", "--from", "migrations", "--to", "database");
        checkout.succeed("downgrade", "base");
    }

    @Test
    void aFileInAnotherEncoding() throws Exception {
        Checkout checkout = Checkout.create(directory.resolve("project"), Arena.POSTGRESQL.create(directory));
        String text = Checkout.sql("a1", "", "CREATE TABLE sign (name text DEFAULT 'é');", "DROP TABLE sign;");
        Path file = checkout.directory.resolve("versions/a1.sql");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(checkout.run("upgrade", "head").exits(1).err()).contains("a1.sql", "UTF-8", "Nothing was run");
        Files.writeString(file, text);
        checkout.succeed("upgrade", "head");
        checkout.succeed("downgrade", "base");
    }
}
