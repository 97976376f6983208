package dev.aludel.autogenerate.render;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes a migration as Java source. */
public final class JavaScriptRenderer {
    private JavaScriptRenderer() {}

    /**
     * The text of the file.
     *
     * @param packageName empty for none
     * @param className the file's name without {@code .java}
     */
    public static String render(RevisionHeader header, String packageName, String className, MigrationDraft draft) {
        JavaWords words = new JavaWords();
        String upgrade = body(draft.upgrade(), draft.notices(), words);
        String downgrade = body(draft.downgrade(), Notice.about(draft.downgrade()), words);
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + imports(words)
                + "/** " + JavaLiterals.javadoc(title(header)) + " */\n"
                + annotation(header) + "\n"
                + "public final class " + className + " implements Migration {\n\n"
                + method("upgrade", upgrade) + "\n"
                + method("downgrade", downgrade)
                + "}\n";
    }

    private static String imports(JavaWords words) {
        StringBuilder text = new StringBuilder();
        words.staticImports()
                .forEach(name -> text.append("import static ").append(name).append(";\n"));
        if (text.length() > 0) {
            text.append('\n');
        }
        Set<String> classes = new TreeSet<>(words.imports());
        classes.addAll(List.of(
                "dev.aludel.migration.Migration", "dev.aludel.migration.Operations", "dev.aludel.migration.Revision"));
        classes.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append('\n').toString();
    }

    private static String title(RevisionHeader header) {
        String message = header.message().isBlank()
                ? "Revision " + header.id()
                : header.message().strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private static String annotation(RevisionHeader header) {
        List<String> elements = new ArrayList<>();
        elements.add("id = " + JavaLiterals.string(header.id()));
        addAll(elements, "down", header.down());
        addAll(elements, "dependsOn", header.dependsOn());
        addAll(elements, "branchLabels", header.branchLabels());
        elements.add("created = " + JavaLiterals.string(header.created().toString()));
        if (!isOneSentence(header.message())) {
            elements.add("message = " + JavaLiterals.string(header.message()));
        }
        String line = "@Revision(" + String.join(", ", elements) + ")";
        return line.length() <= 120 ? line : "@Revision(\n        " + String.join(",\n        ", elements) + ")";
    }

    /** Whether the Javadoc's first sentence is the whole message. */
    private static boolean isOneSentence(String message) {
        return !message.isBlank()
                && !message.endsWith(".")
                && !message.contains(". ")
                && message.equals(message.replaceAll("\\s+", " ").strip())
                && !message.startsWith("@");
    }

    private static void addAll(List<String> elements, String name, List<String> values) {
        if (!values.isEmpty()) {
            elements.add(name + " = " + JavaLiterals.strings(values));
        }
    }

    private static String method(String name, String body) {
        String head = "    @Override\n    public void " + name + "(Operations op) {";
        return body.isEmpty() ? head + "}\n" : head + "\n" + body + "    }\n";
    }

    private static String body(List<Operation> operations, List<Notice> notices, JavaWords words) {
        StringBuilder text = new StringBuilder();
        for (Operation operation : operations) {
            Set<String> comments = new LinkedHashSet<>();
            notices.stream()
                    .filter(notice -> notice.operation().equals(operation))
                    .forEach(notice -> comments.add(notice.text()));
            comments.forEach(comment ->
                    text.append("        // ").append(comment(comment)).append('\n'));
            text.append(operation.accept(new JavaStatements(words)).layout()).append('\n');
        }
        return text.toString();
    }

    /** A comment must not hold a line end or a Unicode escape. */
    private static String comment(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "/");
    }
}
