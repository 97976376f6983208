package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New migrations look as the project's templates say. */
class TemplateTest {
    @TempDir
    Path directory;

    private CommandLineFixture project;

    @BeforeEach
    void create() throws Exception {
        project = new CommandLineFixture(directory);
        project.write(
                "aludel.properties",
                "aludel.directory=versions\naludel.file-template=%{rev}\naludel.template.java=look/java.txt\n"
                        + "aludel.template.sql=look/sql.txt\naludel.classpath=" + CommandLineFixture.driver());
        project.write("look/java.txt", """
                // (c) Example Ltd, ${created}
                ${package}${imports}import java.util.List;

                ${javadoc}${annotation}
                public final class ${class} implements Migration {
                ${upgrade}
                ${downgrade}}
                """);
        project.write(
                "look/sql.txt",
                "${header}-- owned by team books\n\n-- upgrade\n${upgrade}\n-- downgrade\n${downgrade}-- end of ${revision}: ${message}\n");
    }

    @Test
    void bothLanguagesAreReadableAndRun() {
        assertThat(project.run("revision", "-m", "Costs $1 \\ more", "--rev-id", "aaaa1111")
                        .err())
                .isEmpty();
        assertThat(directory.resolve("versions/aaaa1111.java"))
                .content()
                .startsWith("// (c) Example Ltd, 20")
                .contains("import java.util.List;\n\n/** Costs $1");
        assertThat(project.run("revision", "-m", "More", "--rev-id", "bbbb1111", "--format", "sql")
                        .err())
                .isEmpty();
        assertThat(directory.resolve("versions/bbbb1111.sql")).content().endsWith("-- end of bbbb1111: More\n");
        assertThat(project.run("upgrade", "head").err()).isEmpty();
        assertThat(project.run("heads").out()).isEqualTo("aaaa1111 -> bbbb1111 (head), More\n");
    }

    private void refuses(String sentence) throws Exception {
        CommandLineFixture.Result result = project.run("revision", "-m", "More", "--rev-id", "aaaa1111");
        assertThat(result.err()).startsWith("CFG-004  ").contains(sentence, "No file was written.");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(directory.resolve("versions")).isEmptyDirectory();
    }

    @Test
    void whatATemplateLacksIsNamed() throws Exception {
        project.write("look/java.txt", "${package}${imports}${annotation}\nclass ${class} {${upgrade}}");
        refuses("The template of new migrations has no place ${downgrade}.");
        project.write("look/java.txt", "${package}\n\n${improts}");
        refuses("has an unknown place ${improts}.\n  at     look/java.txt:3");
        project.write(
                "look/java.txt",
                "${package}${imports}${annotation}\nclass ${class} {${upgrade}${downgrade}}"
                        .replace("${annotation}", "/* ${annotation} */"));
        refuses("The new migration could not be read again. It holds no migration.");
        project.write("aludel.properties", "aludel.directory=versions\naludel.template.java=look/none.txt");
        refuses("The template look/none.txt cannot be read");
    }
}
