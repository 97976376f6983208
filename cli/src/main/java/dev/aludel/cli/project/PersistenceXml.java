package dev.aludel.cli.project;

import dev.aludel.config.Secret;
import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The properties of {@code META-INF/persistence.xml}, for applications without Spring Boot. */
public final class PersistenceXml {
    private static final List<String> FILES = List.of(
            "src/main/resources/META-INF/persistence.xml",
            "src/main/java/META-INF/persistence.xml",
            "target/classes/META-INF/persistence.xml");

    private PersistenceXml() {}

    /**
     * The properties of the first persistence unit that has any; empty when there is no such file.
     *
     * @throws AludelException (CFG-004) with the line, when the file is no XML
     */
    public static Map<String, String> read(Path project) {
        return FILES.stream()
                .filter(file -> Files.isRegularFile(project.resolve(file)))
                .findFirst()
                .map(file -> read(project.resolve(file), file))
                .orElse(Map.of());
    }

    /** The database that these properties name. */
    public static Optional<DatabaseSettings> findDatabase(Map<String, String> properties) {
        Optional<String> url = first(properties, "jdbc.url", "url");
        return url.map(found -> new DatabaseSettings(
                found,
                first(properties, "jdbc.user", "username"),
                first(properties, "jdbc.password", "password").map(Secret::new),
                "META-INF/persistence.xml: "
                        + key(properties, "jdbc.url", "url").orElseThrow()));
    }

    private static Optional<String> first(Map<String, String> properties, String jpa, String hibernate) {
        return key(properties, jpa, hibernate).map(properties::get);
    }

    private static Optional<String> key(Map<String, String> properties, String jpa, String hibernate) {
        return Stream.of("jakarta.persistence." + jpa, "javax.persistence." + jpa, "hibernate.connection." + hibernate)
                .filter(key -> !properties.getOrDefault(key, "").isBlank())
                .findFirst();
    }

    private static Map<String, String> read(Path path, String shown) {
        try {
            NodeList units = parser().parse(path.toFile()).getElementsByTagNameNS("*", "persistence-unit");
            for (int i = 0; i < units.getLength(); i++) {
                Map<String, String> properties = properties((Element) units.item(i));
                if (!properties.isEmpty()) {
                    return properties;
                }
            }
            return Map.of();
        } catch (SAXParseException malformed) {
            throw refused(malformed).at(shown + ":" + malformed.getLineNumber()).remedy("Correct the file.");
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw refused(failure).at(shown).remedy("Correct the file, or give this user the right to read it.");
        }
    }

    private static Map<String, String> properties(Element unit) {
        NodeList elements = unit.getElementsByTagNameNS("*", "property");
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            properties.put(element.getAttribute("name"), element.getAttribute("value"));
        }
        return properties;
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        // the default handler prints to standard error before it throws
        parser.setErrorHandler(new Throwing());
        return parser;
    }

    private static AludelException refused(Exception failure) {
        return AludelException.of(
                ErrorCode.INVALID_VALUE, "persistence.xml cannot be read: " + failure.getMessage(), failure);
    }

    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
