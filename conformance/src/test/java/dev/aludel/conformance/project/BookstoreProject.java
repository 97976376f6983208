package dev.aludel.conformance.project;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.AludelCommandLine;
import dev.aludel.cli.Shell;
import dev.aludel.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The example bookstore of one test, with an empty database: edit its entities, call the command line in it, look at the
 * files and at the database. Everything that was printed is kept for {@link #assertNoSecrets()}.
 */
public final class BookstoreProject implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/main/java/com/example/bookstore");

    private final Path directory;
    private final ProjectDatabase database = ProjectDatabase.create();
    private final Map<String, String> variables = new HashMap<>(database.variables());
    private final StringBuilder printed = new StringBuilder();

    private BookstoreProject(Path directory) {
        this.directory = directory;
    }

    /** Copies the compiled bookstore into an empty directory; it has no migration yet. */
    public static BookstoreProject create(Path directory) {
        BookstoreTemplate.prepared().copyTo(directory);
        return new BookstoreProject(directory);
    }

    public Path directory() {
        return directory;
    }

    public ProjectDatabase database() {
        return database;
    }

    public Catalogue catalogue() {
        return database.catalogue();
    }

    /** A variable of the commands' environment from now on. */
    public void variable(String name, String value) {
        variables.put(name, value);
    }

    /** Runs one command line in the project's directory, without a terminal. */
    public CommandRun aludel(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false);
        List<Path> model =
                List.of(Path.of("../jpa/target/classes").toAbsolutePath().normalize());
        int code = new AludelCommandLine(new Shell(variables, directory, model, terminal)).run(arguments);
        CommandRun run = new CommandRun(String.join(" ", arguments), code, out.toString(UTF_8), err.toString(UTF_8));
        printed.append(run);
        return run;
    }

    /** Changes a source file, named from the application's package, and compiles it: {@code models/Author.java}. */
    public void edit(String file, UnaryOperator<String> change) {
        Path path = directory.resolve(SOURCES).resolve(file);
        String before = read(path);
        String after = change.apply(before);
        assertThat(after).as("edited %s", file).isNotEqualTo(before);
        write(file, after);
    }

    /** Writes a source file, named from the application's package, and compiles it. */
    public void write(String file, String text) {
        Path path = directory.resolve(SOURCES).resolve(file);
        write(path, text);
        Sources.compile(List.of(path), BookstoreTemplate.prepared().libraries(), directory.resolve("target/classes"));
    }

    /** Takes away a source file and its class. */
    public void remove(String file) {
        String className = file.replaceAll("\\.java$", ".class");
        delete(directory.resolve(SOURCES).resolve(file));
        delete(directory.resolve("target/classes/com/example/bookstore").resolve(className));
    }

    /** Lets Hibernate itself create the tables of the entities Author and Book in the project's database. */
    public void createSchemaWithHibernate() {
        try {
            String models = "com.example.bookstore.models.";
            HibernateSchema.create(directory, database.url(), List.of(models + "Author", models + "Book"));
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError("Hibernate could not be started", failure);
        }
    }

    /** The migration files, sorted by name. */
    public List<Path> migrations() {
        try (Stream<Path> files = Files.list(directory.resolve(BookstoreTemplate.MIGRATIONS))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The one migration file that this run says it wrote. */
    public Path written(CommandRun run) {
        List<Path> named = migrations().stream()
                .filter(file -> run.out().contains(file.getFileName().toString()))
                .toList();
        assertThat(named).as("files that `%s` names", run).hasSize(1);
        return named.get(0);
    }

    /** Changes a migration by hand. */
    public void edit(Path migration, UnaryOperator<String> change) {
        String before = read(migration);
        String after = change.apply(before);
        assertThat(after).as("edited %s", migration).isNotEqualTo(before);
        write(migration, after);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails when the database's password stands in anything printed or in any file of the project. */
    public void assertNoSecrets() {
        String password = ProjectDatabase.password();
        assertThat(printed.toString()).doesNotContain(password);
        List<Path> leaking = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(password)) {
                    leaking.add(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(leaking).as("files that hold the password").isEmpty();
    }

    /** Checks for secrets, then drops the database. */
    @Override
    public void close() {
        try {
            assertNoSecrets();
        } finally {
            database.close();
        }
    }
}
