package dev.aludel.conformance.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.conformance.project.BookstoreProject;
import dev.aludel.conformance.project.CommandRun;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bookstore for each test, and the guide's `make` targets in it. */
abstract class Guide {
    static final String AUTHOR = "models/Author.java";
    static final String BOOK = "models/Book.java";
    private static final Pattern ID = Pattern.compile("(?:@Revision\\(\\s*id = \"|-- revision:\\s*)([0-9a-f]+)");

    BookstoreProject project;

    @BeforeEach
    void start(@TempDir Path directory) {
        project = BookstoreProject.create(directory);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    /** {@code make migrate}. */
    CommandRun migrate() {
        return project.aludel("upgrade", "head").exits(0);
    }

    /** {@code make migration msg="…"}: the file that it wrote. */
    Path migration(String message, String... more) {
        String[] arguments = new String[4 + more.length];
        List.of("revision", "--autogenerate", "-m", message).toArray(arguments);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return project.written(project.aludel(arguments).exits(0));
    }

    /** {@code aludel revision -m "…"}, with the two methods' bodies written by hand. */
    Path manual(String message, String upgrade, String downgrade) {
        Path file = project.written(project.aludel("revision", "-m", message).exits(0));
        project.edit(file, text -> body(body(text, "upgrade", upgrade), "downgrade", downgrade));
        return file;
    }

    /** {@code make rollback}. */
    CommandRun rollback() {
        return project.aludel("downgrade", "-1").exits(0);
    }

    /** The bookstore at its first migration, applied. */
    String initial() {
        String id = id(migration("Initial migration"));
        migrate();
        return id;
    }

    List<String> rows(String sql) {
        return project.catalogue().query(sql);
    }

    /** What the database's history says. */
    List<String> version() {
        return List.of(project.aludel("current").exits(0).out().split("\\R"));
    }

    void assertModelsAgree() {
        project.aludel("check").exits(0);
    }

    static String id(Path migration) {
        Matcher matcher = ID.matcher(BookstoreProject.read(migration));
        assertThat(matcher.find()).as("revision of %s", migration).isTrue();
        return matcher.group(1);
    }

    /** One more field, the last of the class. */
    static UnaryOperator<String> field(String declaration) {
        return text -> text.replaceFirst("(?m)^    protected (Author|Book)\\(\\)", "    " + declaration + "\n\n$0");
    }

    static UnaryOperator<String> replace(String before, String after) {
        return text -> text.replace(before, after);
    }

    private static String body(String text, String method, String body) {
        return text.replaceFirst(
                "void " + method + "\\(Operations op\\) \\{\\s*}",
                Matcher.quoteReplacement("void " + method + "(Operations op) {\n        "
                        + body.replace("\n", "\n        ") + "\n    }"));
    }
}
