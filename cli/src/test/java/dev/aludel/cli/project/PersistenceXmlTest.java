package dev.aludel.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceXmlTest {
    private static final String FILE = "src/main/resources/META-INF/persistence.xml";

    @TempDir
    Path directory;

    @Test
    void theFirstUnitWithPropertiesCounts() {
        new ProjectFiles(directory).write(FILE, """
                        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.1">
                          <persistence-unit name="none"/>
                          <persistence-unit name="shop">
                            <properties>
                              <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://h/shop"/>
                              <property name="jakarta.persistence.jdbc.user" value="shop"/>
                              <property name="jakarta.persistence.jdbc.password" value="s3cret"/>
                              <property name="hibernate.default_schema" value="sales"/>
                            </properties>
                          </persistence-unit>
                          <persistence-unit name="other">
                            <properties>
                              <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://h/other"/>
                            </properties>
                          </persistence-unit>
                        </persistence>
                        """);

        Map<String, String> properties = PersistenceXml.read(directory);
        DatabaseSettings database = PersistenceXml.findDatabase(properties).orElseThrow();

        assertThat(properties).containsEntry("hibernate.default_schema", "sales");
        assertThat(database.url()).isEqualTo("jdbc:postgresql://h/shop");
        assertThat(database.user()).contains("shop");
        assertThat(database.password().map(Secret::reveal)).contains("s3cret");
        assertThat(database.source()).isEqualTo("META-INF/persistence.xml: jakarta.persistence.jdbc.url");
    }

    @Test
    void hibernatesOwnNamesAndFilesWithoutNamespace() {
        new ProjectFiles(directory).write(FILE, """
                        <persistence><persistence-unit name="shop"><properties>
                          <property name="hibernate.connection.url" value="jdbc:postgresql://h/shop"/>
                          <property name="hibernate.connection.username" value="shop"/>
                        </properties></persistence-unit></persistence>
                        """);

        DatabaseSettings database =
                PersistenceXml.findDatabase(PersistenceXml.read(directory)).orElseThrow();

        assertThat(database.url()).isEqualTo("jdbc:postgresql://h/shop");
        assertThat(database.user()).contains("shop");
        assertThat(database.password()).isEmpty();
    }

    @Test
    void noFileNoProperties() {
        assertThat(PersistenceXml.read(directory)).isEmpty();
        assertThat(PersistenceXml.findDatabase(Map.of("hibernate.default_schema", "sales")))
                .isEmpty();
    }

    @Test
    void malformedXmlIsNamedWithItsLineAndReadsNoOtherFile() {
        ProjectFiles project = new ProjectFiles(directory).write(FILE, "<persistence>\n<persistence-unit>\n</x>\n");
        AludelException malformed = catchThrowableOfType(AludelException.class, () -> PersistenceXml.read(directory));
        assertThat(malformed.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(malformed.findFact("at")).contains(FILE + ":3");

        project.write(FILE, "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n<persistence>&e;</persistence>");
        assertThat(catchThrowableOfType(AludelException.class, () -> PersistenceXml.read(directory))
                        .code())
                .isEqualTo(ErrorCode.INVALID_VALUE);
    }
}
