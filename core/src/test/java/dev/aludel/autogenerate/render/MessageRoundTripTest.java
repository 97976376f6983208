package dev.aludel.autogenerate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.dialect.Dialects;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionId;
import dev.aludel.script.ScriptDirectory;
import dev.aludel.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a message says, the file compiles and the header reads as it was written. */
class MessageRoundTripTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:22:41Z");
    private static final List<String> MESSAGES = List.of(
            "Add email field to Author",
            "Add email field to Author.",
            "Is it done?",
            "Two. Sentences",
            "e.g. this, i.e. that...",
            "ends here */ class Evil {}",
            "ends here *\\u002f class Evil {}",
            "\\u000a class Evil {}",
            "<b>&amp; &#42;/ @deprecated {@code x}",
            "@author nobody",
            "* starred",
            "/ slashed",
            "two\nlines",
            "  blanks   around  ",
            "\"quoted\" 'too'",
            "tab\there",
            "bell\u0007 and turned \u202eyad\u202c",
            "",
            "žluťoučký 日本語 \ud83d\ude00",
            "a long message that goes on and on, ".repeat(8) + "to the end",
            "x".repeat(200));

    @TempDir
    Path directory;

    @Test
    void inJava() throws IOException {
        List<String> messages = new ArrayList<>(MESSAGES);
        Random random = new Random(20260301);
        for (int i = 0; i < 300; i++) {
            messages.add(randomMessage(random));
        }
        List<Revision> revisions = read(messages, ".java");
        for (int i = 0; i < messages.size(); i++) {
            assertThat(revisions.get(i).message()).isEqualTo(messages.get(i));
        }
    }

    @Test
    void inSqlOnOneLine() throws IOException {
        List<Revision> revisions = read(MESSAGES, ".sql");
        for (int i = 0; i < MESSAGES.size(); i++) {
            assertThat(revisions.get(i).message()).isEqualTo(JavaLiterals.line(MESSAGES.get(i)));
        }
    }

    private List<Revision> read(List<String> messages, String ending) throws IOException {
        ScriptDirectory scripts = new ScriptDirectory(List.of(directory), directory);
        List<RevisionId> ids = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String id = String.format("%012x", i + 1);
            List<String> down = i == 0 ? List.of() : List.of(ids.get(i - 1).value());
            RevisionHeader header = new RevisionHeader(id, down, List.of(), List.of(), CREATED, messages.get(i));
            String text = ending.equals(".java")
                    ? new JavaScriptRenderer(ScriptTemplate.standardJava(), operation -> "SELECT 1")
                            .render(header, "", "M_" + id, MigrationDraft.empty())
                    : new SqlScriptRenderer(Dialects.forProduct("PostgreSQL")).render(header, MigrationDraft.empty());
            Files.writeString(directory.resolve("M_" + id + ending), text);
            ids.add(RevisionId.of(id));
        }
        Scripts loaded = scripts.load(() -> System.getProperty("java.class.path"), getClass()::getClassLoader);
        assertThat(loaded.record(ids)).hasSameSizeAs(messages).allSatisfy(recording -> {
            assertThat(recording.upgrade()).isEmpty();
            assertThat(recording.downgrade()).isEmpty();
        });
        return ids.stream().map(id -> loaded.require(id).revision()).toList();
    }

    private static String randomMessage(Random random) {
        List<String> pieces = List.of(
                "a", "B", " ", ".", "*", "/", "\\", "u000a", "u", "\"", "@", "&", "lt;", "#42;", "<p>", "{", "}", "\n",
                "!", "'", "\u202e", "é", "\\u0022", "\t", "\u0000");
        StringBuilder message = new StringBuilder("m");
        for (int i = random.nextInt(20); i >= 0; i--) {
            message.append(pieces.get(random.nextInt(pieces.size())));
        }
        return message.toString();
    }
}
