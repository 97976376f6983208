package dev.aludel.conformance.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole messages, kept as files beside the tests. What differs from run to run has a placeholder: {@code <DIR>},
 * {@code <PORT>}, {@code <DATABASE>}, {@code <TIME>}, {@code <PID>}. After a wanted change,
 * {@code -Dmessages.write=true} writes the files anew; the reviewer reads the difference.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/messages");

    private Golden() {}

    static void verify(String name, Outcome outcome, Project project) throws IOException {
        String text = neutral(outcome.transcript(), project);
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("messages.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("no golden text yet for:\n%s", text).exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String neutral(String text, Project project) {
        return text.replace(project.directory.toString(), "<DIR>")
                .replaceAll("\\b" + project.database + "\\b", "<DATABASE>")
                .replaceAll("(localhost:|port )" + PostgresServer.port() + "\\b", "$1<PORT>")
                .replaceAll("\\bM\\d{8}_\\d{4}_", "M<TIME>_")
                .replaceAll("process \\d+ of", "process <PID> of")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\w+", "<TIME>");
    }
}
