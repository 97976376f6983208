package dev.aludel.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Dialects;
import dev.aludel.dialect.TableLookup;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.Columns;
import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.operation.RunJava;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.Recording;
import dev.aludel.script.ScriptDirectory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of the operations: its examples are compiled as migrations and rendered, and it leaves nothing out. The SQL is
 * rewritten with {@code mvn test -pl conformance -am -Dtest=OperationsPageTest -Daludel.docs=write
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class OperationsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/operations.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n(?<java>.*?)```\n\n```sql\n(?<sql>.*?)```\n", Pattern.DOTALL);

    /** What is no operation: who runs a migration calls these. */
    private static final Set<String> NOT_FOR_MIGRATIONS = Set.of("of", "create", "recorded");

    @TempDir
    Path directory;

    @Test
    void theSqlOfEachExampleIsWhatItMakes() throws IOException {
        String page = Files.readString(PAGE);
        List<String> examples =
                EXAMPLE.matcher(page).results().map(result -> result.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(page.split("```java\n", -1)).as("each has its SQL").hasSize(examples.size() + 1);
        List<String> rendered = rendered(examples);
        Matcher matcher = EXAMPLE.matcher(page);
        StringBuilder made = new StringBuilder();
        for (int i = 0; matcher.find(); i++) {
            matcher.appendReplacement(
                    made,
                    Matcher.quoteReplacement(
                            "```java\n" + matcher.group("java") + "```\n\n```sql\n" + rendered.get(i) + "```\n"));
        }
        matcher.appendTail(made);
        if ("write".equals(System.getProperty("aludel.docs"))) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(made.toString());
    }

    private List<String> rendered(List<String> examples) throws IOException {
        return recorded(examples).stream().map(OperationsPageTest::sql).toList();
    }

    /** Without tables to look at: what needs them says so, and what the database lacks is refused in words. */
    @Test
    void sqliteHasAnAnswerToEachExample() throws IOException {
        Dialect dialect = Dialects.forProduct("SQLite");
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
        int rendered = 0;
        for (Recording recording : recorded(examples)) {
            for (RecordedOperation recorded : recording.upgrade()) {
                if (recorded.operation() instanceof RunJava) {
                    continue;
                }
                try {
                    dialect.render(recorded.operation(), TableLookup.none());
                    rendered++;
                } catch (AludelException refused) {
                    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
                    assertThat(refused.format()).contains("SQLite ", "do  ");
                }
            }
        }
        assertThat(rendered).isGreaterThan(15);
    }

    private List<Recording> recorded(List<String> examples) throws IOException {
        List<RevisionId> ids = new ArrayList<>();
        for (String example : examples) {
            String id = String.format("%012x", ids.size() + 1);
            Files.writeString(directory.resolve("M_" + id + ".java"), migration(id, example));
            ids.add(RevisionId.of(id));
        }
        return new ScriptDirectory(List.of(directory), directory)
                .load(() -> System.getProperty("java.class.path"), getClass()::getClassLoader)
                .record(ids);
    }

    private static String migration(String id, String body) {
        return """
                import static dev.aludel.migration.Columns.*;
                import static dev.aludel.schema.Constraint.Action.*;
                import static dev.aludel.schema.Index.Nulls.*;

                import dev.aludel.migration.Migration;
                import dev.aludel.migration.Operations;
                import dev.aludel.migration.Revision;
                import dev.aludel.schema.ObjectName.Kind;
                import java.time.Instant;
                import java.time.LocalDate;

                @Revision(id = "%s", message = "example")
                public class M_%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                %s
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, id, body);
    }

    private static String sql(Recording recording) {
        Dialect dialect = Dialects.forProduct("PostgreSQL");
        return recording.upgrade().stream()
                .flatMap(recorded -> dialect.render(recorded.operation(), TableLookup.none()).stream())
                .map(statement -> statement.sql() + ";\n")
                .collect(Collectors.joining());
    }

    @Test
    void noWordIsLeftOut() throws IOException {
        String page = Files.readString(PAGE);
        Stream<Method> words = Stream.concat(
                words(Operations.class).filter(word -> !NOT_FOR_MIGRATIONS.contains(word.getName())),
                words(Columns.class));
        Set<Class<?>> spoken = new LinkedHashSet<>();
        Set<String> missing = new TreeSet<>();
        words.forEach(word -> {
            spoken.add(word.getReturnType());
            if (!page.matches("(?s).*\\b" + word.getName() + "\\(.*")) {
                missing.add(name(word));
            }
        });
        spoken.stream()
                .filter(each -> each.getName().startsWith("dev.aludel.migration."))
                .flatMap(OperationsPageTest::words)
                .filter(word -> !page.contains("." + word.getName() + "("))
                .forEach(word -> missing.add(name(word)));
        assertThat(spoken).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    private static String name(Method word) {
        return word.getDeclaringClass().getSimpleName() + "." + word.getName();
    }

    private static Stream<Method> words(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }
}
