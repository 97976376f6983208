package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Environment;
import dev.aludel.schema.ModelSource;
import dev.aludel.servers.MySqlServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other databases call schemas are databases of one server here; a model names them as catalogs. */
class SecondDatabaseTest {
    private static final ModelSource.Request MODEL = new ModelSource.Request(
            Models.withoutSpring(),
            List.of(Models.testClasses()),
            Map.of("aludel.model.packages", "dev.aludel.jpa.mappings.catalogs"),
            "asked of the connection",
            0,
            0);

    @TempDir
    Path directory;

    static Stream<MySqlServer> servers() {
        return MySqlServer.available().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isMigratedThereAndBack(MySqlServer server) {
        recreate(server);
        AludelProject project = project(server);
        project.revise();
        project.upgrade();

        new HibernateTool(MODEL, server.url("museum")).validate();
        assertThat(project.check()).isEmpty();
        assertThat(project.live().tables())
                .extracting(table -> table.name().toString())
                .containsExactly("Transport", "depot.Hall");
        project.downgrade();
        assertThat(project.live().tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void leavesNothingToDoOnWhatHibernateCreated(MySqlServer server) {
        recreate(server);
        // Hibernate makes it itself, and will have nothing there
        MappingDatabase.execute(server.url(""), "drop database depot");
        new HibernateTool(MODEL, server.url("museum")).create();

        assertThat(project(server).check()).isEmpty();
    }

    private AludelProject project(MySqlServer server) {
        return new AludelProject(
                MODEL, server.url("museum"), List.of("museum", "depot"), directory, Environment.Language.JAVA);
    }

    private static void recreate(MySqlServer server) {
        for (String database : List.of("museum", "depot")) {
            MappingDatabase.execute(server.url(""), "drop database if exists " + database);
            MappingDatabase.execute(server.url(""), "create database " + database);
        }
    }
}
