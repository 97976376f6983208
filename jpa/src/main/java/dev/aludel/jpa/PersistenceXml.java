package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a {@code META-INF/persistence.xml} says beside the entities that are found anyway. Properties count only where
 * it has a single persistence unit, since nobody says which one of several owns the database.
 */
record PersistenceXml(List<String> classes, List<String> mappingFiles, Map<String, String> properties) {
    static final String PATH = "META-INF/persistence.xml";

    /** Reads the file; DTDs and external entities are refused. */
    static PersistenceXml read(InputStream stream) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the built-in one prints
            return of(builder.parse(stream).getDocumentElement());
        } catch (SAXException | ParserConfigurationException failure) {
            throw AludelException.of(
                            ErrorCode.MODEL_REFUSED, PATH + " cannot be read: " + failure.getMessage(), failure)
                    .at(PATH)
                    .remedy("Correct the file.");
        }
    }

    private static PersistenceXml of(Element root) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (elements(root, "persistence-unit").size() == 1) {
            elements(root, "property")
                    .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        }
        return new PersistenceXml(texts(root, "class"), texts(root, "mapping-file"), properties);
    }

    private static List<String> texts(Element root, String name) {
        return elements(root, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element root, String name) {
        NodeList nodes = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).forEach(i -> elements.add((Element) nodes.item(i)));
        return elements;
    }
}
