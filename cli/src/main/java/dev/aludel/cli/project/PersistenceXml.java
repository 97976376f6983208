package dev.aludel.cli.project;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The properties of {@code META-INF/persistence.xml}, for applications without Spring Boot. */
public final class PersistenceXml {
    private static final String FILE = "src/main/resources/META-INF/persistence.xml";

    private PersistenceXml() {}

    /** All properties of all units; empty when there is no such file. */
    public static Map<String, String> read(Path project) {
        Path file = project.resolve(FILE);
        Map<String, String> properties = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return properties;
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList nodes = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS("*", "property");
            NodeList plain = nodes.getLength() > 0
                    ? nodes
                    : factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("property");
            for (int i = 0; i < plain.getLength(); i++) {
                Element element = (Element) plain.item(i);
                properties.put(element.getAttribute("name"), element.getAttribute("value"));
            }
            return properties;
        } catch (IOException | SAXException | ParserConfigurationException malformed) {
            throw AludelException.of(
                            ErrorCode.INVALID_VALUE, "The file cannot be read: " + malformed.getMessage(), malformed)
                    .at(FILE)
                    .remedy("Correct the file.");
        }
    }

    /** The database that these properties name. */
    public static Optional<DatabaseSettings> findDatabase(Map<String, String> properties) {
        return first(
                        properties,
                        "jakarta.persistence.jdbc.url",
                        "javax.persistence.jdbc.url",
                        "hibernate.connection.url")
                .map(url -> new DatabaseSettings(
                        url,
                        first(
                                properties,
                                "jakarta.persistence.jdbc.user",
                                "javax.persistence.jdbc.user",
                                "hibernate.connection.username"),
                        first(
                                        properties,
                                        "jakarta.persistence.jdbc.password",
                                        "javax.persistence.jdbc.password",
                                        "hibernate.connection.password")
                                .map(Secret::new),
                        FILE));
    }

    private static Optional<String> first(Map<String, String> properties, String... keys) {
        for (String key : keys) {
            if (properties.containsKey(key)) {
                return Optional.of(properties.get(key));
            }
        }
        return Optional.empty();
    }
}
