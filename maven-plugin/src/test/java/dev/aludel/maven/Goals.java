package dev.aludel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The goals as Maven will see them: the descriptor that the build has made. */
final class Goals {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

    /** A goal with what users may set, sorted by name. */
    record Goal(String name, String description, String type, String phase, List<Parameter> parameters) {}

    /** {@code property}: what stands behind {@code -D}. */
    record Parameter(String name, String type, String description, String property) {}

    private Goals() {}

    /** All but {@code help}, which Maven's own tools make. */
    static List<Goal> read() {
        return children(child(document(), "mojos")).stream()
                .map(Goals::goal)
                .filter(goal -> !goal.name().equals("help"))
                .toList();
    }

    private static Element document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(DESCRIPTOR.toFile())
                    .getDocumentElement();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParserConfigurationException | SAXException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Goal goal(Element mojo) {
        Element configuration = child(mojo, "configuration");
        List<Parameter> parameters = children(child(mojo, "parameters")).stream()
                .filter(each -> text(each, "editable").equals("true"))
                .map(each -> parameter(each, text(configuration, text(each, "name"))))
                .toList();
        return new Goal(
                text(mojo, "goal"),
                text(mojo, "description"),
                text(mojo, "implementation"),
                text(mojo, "phase"),
                parameters);
    }

    private static Parameter parameter(Element each, String expression) {
        String property = expression.replaceAll("^\\$\\{(.*)}$", "$1");
        return new Parameter(text(each, "name"), text(each, "type"), text(each, "description"), property);
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .findFirst()
                .map(Node::getTextContent)
                .orElse("");
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
