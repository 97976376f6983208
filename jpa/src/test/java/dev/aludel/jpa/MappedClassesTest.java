package dev.aludel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.error.AludelException;
import dev.aludel.schema.ModelSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedClassesTest {
    @TempDir
    Path folder;

    @Test
    void findsWhatIsMappedAndNothingElse() {
        MappedClasses found = MappedClasses.find(
                Models.request("dev.aludel.jpa.features", Map.of(), getClass().getClassLoader()));

        assertThat(found.classes())
                .containsExactly(
                        "dev.aludel.jpa.features.Account",
                        "dev.aludel.jpa.features.Address",
                        "dev.aludel.jpa.features.Audited",
                        "dev.aludel.jpa.features.Money$ToCents",
                        "dev.aludel.jpa.features.Premium",
                        "dev.aludel.jpa.features.Shape",
                        "dev.aludel.jpa.features.Shape$Circle",
                        "dev.aludel.jpa.features.Shape$Square",
                        "dev.aludel.jpa.features.Summary");
        assertThat(found.packages()).containsExactly("dev.aludel.jpa.features");
    }

    @Test
    void takesSeveralPackages() {
        MappedClasses found = MappedClasses.find(Models.request(
                "dev.aludel.jpa.naming, dev.aludel.jpa.twice",
                Map.of(),
                getClass().getClassLoader()));

        assertThat(found.classes()).containsExactly("dev.aludel.jpa.naming.OrderItem", "dev.aludel.jpa.twice.Coupon");
    }

    @Test
    void searchesJarsAndPassesOverBrokenFilesAndMissingRoots() throws IOException {
        String entry = "dev/aludel/jpa/naming/OrderItem.class";
        Path jar = folder.resolve("entities.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("a/Broken.class"));
            out.write(new byte[] {1, 2, 3});
            out.putNextEntry(new JarEntry(entry));
            out.write(Files.readAllBytes(Path.of(Models.testClasses(), entry)));
        }
        Path noJar = Files.writeString(folder.resolve("no.jar"), "text");
        List<String> roots = List.of(folder.resolve("missing").toString(), noJar.toString(), jar.toString());

        assertThat(MappedClasses.find(request(roots)).classes()).containsExactly("dev.aludel.jpa.naming.OrderItem");
    }

    @Test
    void readsMappingFilesAndPersistenceXml() throws Exception {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/orm.xml"), """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="dev.aludel.jpa.naming.OrderItem"><table name="item"/></entity>
                </entity-mappings>""");
        Files.writeString(folder.resolve("META-INF/persistence.xml"), """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">
                    <class>dev.aludel.jpa.twice.Coupon</class>
                    <properties>
                      <property name="hibernate.default_schema" value="shop"/>
                      <property name="hibernate.connection.url" value="jdbc:nothing"/>
                    </properties>
                  </persistence-unit>
                </persistence>""");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Models.withoutSpring())) {
            ModelSource.Request request =
                    new ModelSource.Request(loader, List.of(folder.toString()), Map.of(), "PostgreSQL", 18, 6);

            assertThat(new JpaModelSource(request).load().tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("shop.coupon", "shop.item");
        }
    }

    @Test
    void namesAPersistenceXmlThatCannotBeRead() throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/persistence.xml"), "<persistence>");

        assertThatThrownBy(() -> MappedClasses.find(request(List.of(folder.toString()))))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("META-INF/persistence.xml");
    }

    private ModelSource.Request request(List<String> roots) {
        return new ModelSource.Request(getClass().getClassLoader(), roots, Map.of(), "PostgreSQL", 18, 6);
    }
}
