package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.command.Environment;
import dev.aludel.schema.ModelSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model remembers is renamed, with its rows, on every database. */
class RenamedFromTest {
    @TempDir
    Path directory;

    static List<MappingDatabase> databases() {
        return MappingDatabase.available();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsKeepWhatTheyHaveUnderOtherNames(MappingDatabase database) throws SQLException {
        String url = database.fresh().get();
        migrate(url, database, "renamed.before");
        MappingDatabase.execute(url, "insert into author (number, name, street) values (1, 'Lem', 'Via Roma 1')");
        MappingDatabase.execute(url, "insert into author_pets (author_number, pets) values (1, 'Rex')");
        MappingDatabase.execute(url, "insert into book (number, title, author_number) values (2, 'Solaris', 1)");

        AludelProject after = project(url, database, "renamed.after");
        assertThat(after.check())
                .anyMatch(line -> line.startsWith("rename table author to writer"))
                .noneMatch(line -> line.startsWith("drop table") || line.startsWith("drop column"));
        migrate(url, database, "renamed.after");

        assertThat(after.check()).isEmpty();
        String joined = "select w.id, w.full_name, w.line, p.pets, b.id, b.title from writer w join writer_pets p"
                + " on p.author_number = w.id join book b on b.writer_id = w.id";
        assertThat(row(url, joined)).containsExactly("1", "Lem", "Via Roma 1", "Rex", "2", "Solaris");
        after.downgrade();
        assertThat(after.live().tables()).isEmpty();
    }

    /** Elsewhere the enum's type is no type of the database. */
    @Test
    void aValueOfAnEnumTypeOfPostgresIsRenamed() throws SQLException {
        MappingDatabase database = databases().get(0);
        String url = database.fresh().get();
        migrate(url, database, "renamed.enums.before");
        MappingDatabase.execute(url, "insert into work (id, stage) values (1, 'BEGUN')");
        migrate(url, database, "renamed.enums.after");

        assertThat(row(url, "select stage from work")).containsExactly("STARTED");
    }

    @Test
    void oneFormerNameOfSeveralColumnsIsRefused() {
        assertThatThrownBy(() -> formerNames("renamed.several"))
                .hasMessageContaining("@RenamedFrom at an attribute means its column, and this one has several: ")
                .hasMessageContaining("latitude");
    }

    private static List<ModelSource.FormerName> formerNames(String model) {
        JpaModelSource source = new JpaModelSource(request(model));
        source.load();
        return source.formerNames();
    }

    private void migrate(String url, MappingDatabase database, String model) {
        AludelProject project = project(url, database, model);
        project.revise();
        project.upgrade();
    }

    private AludelProject project(String url, MappingDatabase database, String model) {
        return new AludelProject(request(model), url, database.schemas(), directory, Environment.Language.JAVA);
    }

    private static ModelSource.Request request(String model) {
        return Models.request("dev.aludel.jpa." + model, Map.of(), Models.withoutSpring());
    }

    private static List<String> row(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            assertThat(rows.next()).isTrue();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                values.add(rows.getString(column));
            }
            return values;
        }
    }
}
