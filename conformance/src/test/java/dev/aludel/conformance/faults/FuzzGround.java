package dev.aludel.conformance.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** A small project whose second of four revisions is applied, again and again as if nothing had happened to it. */
final class FuzzGround {
    private final Arena arena;
    private final Path root;
    private final String template;
    private String current = "";

    FuzzGround(Arena arena, Path root) throws IOException, SQLException {
        this.arena = arena;
        this.root = root;
        this.template = arena.create(root, "template");
        fill(Checkout.create(root.resolve("first"), template)).succeed("upgrade", "a2");
    }

    private static Checkout fill(Checkout checkout) throws IOException {
        return checkout.migration("a1", "", "CREATE TABLE author (id int PRIMARY KEY);", "DROP TABLE author;")
                .migration(
                        "a2",
                        "a1",
                        "ALTER TABLE author ADD COLUMN name varchar(50);",
                        "ALTER TABLE author DROP COLUMN name;")
                .write("versions/M_a3.java", FuzzKind.JAVA_TEXT)
                .migration("a4", "a3", FuzzKind.UPGRADE, "DROP TABLE book;\nDELETE FROM author;");
    }

    /** A new directory, and a new copy of the database. */
    Checkout fresh() throws IOException, SQLException {
        String name = "c" + UUID.randomUUID().toString().replace("-", "");
        current = arena.copy(root, "template", name);
        return fill(Checkout.create(root.resolve(name), current));
    }

    String url() {
        return current;
    }
}
