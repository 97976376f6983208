package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.revision.RevisionId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration directory is trusted as code is, and nothing outside of it. */
class TrustedDirectoryTest {
    @TempDir
    Path place;

    private Path versions;
    private Path outside;

    @BeforeEach
    void make() throws IOException {
        versions = Files.createDirectory(place.resolve("versions"));
        outside = Files.createDirectory(place.resolve("outside"));
        sql(versions, "a1");
    }

    private static Path sql(Path folder, String id) throws IOException {
        return Files.writeString(
                folder.resolve(id + ".sql"), "-- revision: " + id + "\n-- upgrade\nDROP TABLE x;\n-- downgrade\n");
    }

    private Scripts load(boolean recursive, String classPath) {
        return new ScriptDirectory(List.of(versions), place, recursive)
                .load(() -> classPath, getClass()::getClassLoader);
    }

    private AludelException refused(boolean recursive) {
        return catchThrowableOfType(AludelException.class, () -> load(recursive, ""));
    }

    @Test
    void aLinkToAFileElsewhereIsRefused() throws IOException {
        Path target = sql(outside, "b2");
        Files.createSymbolicLink(versions.resolve("b2.sql"), target);
        AludelException refused = refused(false);
        assertThat(refused.code()).isEqualTo(ErrorCode.UNREADABLE_FILE);
        assertThat(refused.format())
                .contains("versions/b2.sql is a link to " + target.toRealPath() + ". Links are not followed")
                .contains("Nothing was run");
    }

    @Test
    void aLinkInTwoStepsIsRefused() throws IOException {
        Path first = Files.createSymbolicLink(outside.resolve("c.sql"), sql(outside, "b2"));
        Files.createSymbolicLink(versions.resolve("c.sql"), first);
        assertThat(refused(false).what()).contains("is a link to " + outside.toRealPath() + "/b2.sql");
    }

    @Test
    void aLinkToNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(versions.resolve("M_b2.java"), outside.resolve("gone.java"));
        assertThat(refused(false).what()).startsWith("versions/M_b2.java is a link that leads nowhere.");
    }

    @Test
    void aLinkToAFolderElsewhereIsRefusedWhereFoldersAreSearched() throws IOException {
        sql(outside, "b2");
        Files.createSymbolicLink(versions.resolve("more"), outside);
        assertThat(load(false, "").graph().find(RevisionId.of("b2"))).isEmpty();
        assertThat(refused(true).what()).startsWith("versions/more is a link to ");
    }

    @Test
    void aLinkToWhatIsReadAnywayIsLeftAlone() throws IOException {
        Path folder = Files.createDirectory(versions.resolve("2026"));
        Path target = sql(folder, "b2");
        Files.createSymbolicLink(versions.resolve("b2.sql"), target);
        Files.createSymbolicLink(versions.resolve("newest"), folder);
        assertThat(load(true, "").graph().revisions()).hasSize(2);
        assertThat(refused(false).what()).startsWith("versions/b2.sql is a link to ");
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("link"), versions);
        Scripts scripts = new ScriptDirectory(List.of(link), place).load(() -> "", getClass()::getClassLoader);
        assertThat(scripts.graph().revisions()).hasSize(1);
    }

    /** The compiler would take a source from the class path where it finds no class. */
    @Test
    void sourcesOnTheClassPathAreNotCompiled() throws IOException {
        Files.writeString(outside.resolve("Elsewhere.java"), "public class Elsewhere { public static void go() {} }");
        Files.writeString(versions.resolve("M_b2.java"), """
                import dev.aludel.migration.*;

                @Revision(id = "b2", created = "2026-03-01T10:22:41Z")
                public class M_b2 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        Elsewhere.go();
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + outside;
        Scripts scripts = load(false, classPath);
        AludelException refused =
                catchThrowableOfType(AludelException.class, () -> scripts.record(List.of(RevisionId.of("b2"))));
        assertThat(refused.code()).isEqualTo(ErrorCode.MIGRATION_NOT_COMPILING);
        assertThat(refused.format()).contains("Elsewhere");
    }
}
