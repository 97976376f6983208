package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostWriteHooksTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(directory.resolve("new file.sql"), "select  1\n");
    }

    private PostWriteHooks hooks(String... commands) {
        return new PostWriteHooks(List.of(commands), directory);
    }

    @Test
    void runsInOrderWithTheFileWhereItIsNamedOrLast() {
        hooks("sed -i \"s/select  1/select 1/\" {file}", "sed -i s/1/2/").run(file);
        assertThat(file).hasContent("select 2\n");
    }

    @Test
    void aBlankInThePathIsNoSeparatorAndNoShellReadsTheCommand() {
        hooks("cp {file} copy.sql", "touch $(whoami);").run(file);
        assertThat(directory.resolve("copy.sql")).exists();
        assertThat(directory.resolve("$(whoami);")).exists();
    }

    @Test
    void aFailingProgramIsReportedWithItsWords() {
        AludelException failure = catchThrowableOfType(
                AludelException.class, () -> hooks("ls /no/such/place").run(file));
        assertThat(failure.format())
                .startsWith("SCR-007  The post-write hook ls ended with exit code 2.")
                .contains("No such file or directory", "The migration file is written");
    }

    @Test
    void aMissingProgramIsReported() {
        assertThatCode(() -> hooks("no-such-formatter").run(file))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("no-such-formatter");
        assertThat(file).exists();
    }
}
