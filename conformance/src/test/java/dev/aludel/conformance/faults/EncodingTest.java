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
