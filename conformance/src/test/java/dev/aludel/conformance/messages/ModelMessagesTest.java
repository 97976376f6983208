package dev.aludel.conformance.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with the entities that a migration is generated from. */
class ModelMessagesTest {
    private static final String[] AUTOGENERATE = {"revision", "--autogenerate", "-m", "Add title"};

    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = Project.create();
        useLibraries(true);
        Files.createDirectories(project.directory.resolve("target/classes"));
    }

    @AfterEach
    void end() throws Exception {
        project.close();
    }

    private void useLibraries(boolean withHibernate) throws Exception {
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("aludel"))
                .filter(entry -> withHibernate || !entry.contains("hibernate-core"))
                .collect(Collectors.joining(","));
        project.write("aludel.properties", """
                aludel.directory=versions
                aludel.classpath=target/classes,%s
                aludel.url=%s
                aludel.user=clerk
                """.formatted(path, PostgresServer.url(project.database)));
    }

    private Path source(String name, String text) throws Exception {
        project.write(
                "src/main/java/shop/" + name + ".java", "package shop;\n\nimport jakarta.persistence.*;\n\n" + text);
        return project.directory.resolve("src/main/java/shop/" + name + ".java");
    }

    private void compile(Path... sources) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "-d",
                                project.directory.resolve("target/classes").toString()),
                        Stream.of(sources).map(Path::toString))
                .toList();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
    }

    @Test
    void noEntities() throws Exception {
        compile(source("Plain", "class Plain {}\n"));
        project.refuses("model/no-entities", AUTOGENERATE);
    }

    @Test
    void nothingCompiledAtAll() throws Exception {
        Files.delete(project.directory.resolve("target/classes"));
        project.refuses("model/no-classes", AUTOGENERATE);
    }

    @Test
    void entityThatHibernateRefuses() throws Exception {
        compile(source("Invoice", """
                @Entity
                public class Invoice {
                    @Id
                    Long id;

                    @OneToMany(mappedBy = "nothing")
                    java.util.List<Invoice> lines;
                }
                """));
        project.refuses("model/refused", AUTOGENERATE);
        project.refuses("model/refused-check", "check");
    }

    @Test
    void entityWithoutAnId() throws Exception {
        compile(source("Ghost", "@Entity\npublic class Ghost {\n    String name;\n}\n"));
        project.refuses("model/no-id", AUTOGENERATE);
    }

    @Test
    void entityThatCannotBeLoaded() throws Exception {
        Path parent = source("Parent", "public class Parent {}\n");
        compile(parent, source("Child", "@Entity\npublic class Child extends Parent {\n    @Id Long id;\n}\n"));
        Files.delete(project.directory.resolve("target/classes/shop/Parent.class"));
        Files.delete(parent);
        project.refuses("model/not-loaded", AUTOGENERATE);
    }

    @Test
    void entityThatIsNotCompiled() throws Exception {
        source("Author", "@Entity\npublic class Author {\n    @Id Long id;\n}\n");
        project.refuses("model/not-compiled", AUTOGENERATE);
    }

    @Test
    void entityThatIsOlderThanItsSource() throws Exception {
        Path source = source("Author", "@Entity\npublic class Author {\n    @Id Long id;\n}\n");
        compile(source);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        project.refuses("model/stale", AUTOGENERATE);
    }

    @Test
    void noHibernate() throws Exception {
        useLibraries(false);
        compile(source("Author", "@Entity\npublic class Author {\n    @Id Long id;\n}\n"));
        project.refuses("model/no-hibernate", AUTOGENERATE);
    }

    @Test
    void renameOfNothing() throws Exception {
        compile(source("Author", "@Entity\npublic class Author {\n    @Id Long id;\n}\n"));
        project.refuses(
                "model/rename-of-nothing",
                "revision",
                "--autogenerate",
                "-m",
                "Rename",
                "--rename",
                "writer.name:full_name");
    }

    @Test
    void entityAndNoDifference() throws Exception {
        compile(source("Author", "@Entity\npublic class Author {\n    @Id Long id;\n}\n"));
        PostgresServer.execute(project.database, "CREATE TABLE author (id bigint NOT NULL PRIMARY KEY)");
        Golden.verify("model/no-difference", project.run(AUTOGENERATE), project);
        assertThat(project.directory.resolve("versions")).isEmptyDirectory();
    }
}
