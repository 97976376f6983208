package dev.aludel.autogenerate.render;

import dev.aludel.autogenerate.MigrationDraft;
import dev.aludel.autogenerate.Notice;
import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes a migration as Java source. */
public final class JavaScriptRenderer {
    private static final int WIDTH = 120;
    private static final int BODY = 8;

    /** Of the text of one method, in characters: the virtual machine takes 65,535 bytes of code, of which a word may be one and a half. */
    private static final int METHOD = 30_000;

    private final ScriptTemplate template;
    private final Function<Operation, String> sql;

    /** Writes in the look of a template; the function gives the SQL of what the DSL has no words for. */
    public JavaScriptRenderer(ScriptTemplate template, Function<Operation, String> sql) {
        this.template = template;
        this.sql = sql;
    }

    /**
     * The text of the file, formatted; the same for the same draft.
     *
     * @param packageName empty for none
     * @param className the file's name without {@code .java}
     * @throws dev.aludel.error.AludelException (CFG-006) for what the migration DSL cannot say
     */
    public String render(RevisionHeader header, String packageName, String className, MigrationDraft draft) {
        JavaWords words = new JavaWords(sql);
        List<String> upgrade = upgrade(draft, words);
        List<String> downgrade = statements(draft.downgrade(), Notice.about(draft.downgrade()), words);
        return template.fill(
                header,
                Map.of(
                        "package", packageName.isEmpty() ? "" : "package " + packageName + ";\n\n",
                        "imports", imports(words),
                        "javadoc", javadoc(title(header)),
                        "annotation", annotation(header),
                        "class", className,
                        "upgrade", method("upgrade", upgrade),
                        "downgrade", method("downgrade", downgrade)));
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
        String message = JavaLiterals.line(header.message());
        String sentence = message.isEmpty() ? "Revision " + header.id() : message;
        return JavaLiterals.javadoc(sentence.matches(".*[.!?]") ? sentence : sentence + ".");
    }

    private static String javadoc(String title) {
        if (title.length() <= WIDTH - 7) {
            return "/** " + title + " */\n";
        }
        StringBuilder text = new StringBuilder("/**\n *");
        int column = 2;
        for (String word : title.split(" ", -1)) {
            if (column > 2 && column + 1 + word.length() > WIDTH) {
                text.append("\n *");
                column = 2;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        return text.append("\n */\n").toString();
    }

    private static String annotation(RevisionHeader header) {
        List<String> elements = new ArrayList<>();
        elements.add("id = " + JavaLiterals.string(header.id()));
        addAll(elements, "down", header.down());
        addAll(elements, "dependsOn", header.dependsOn());
        addAll(elements, "branchLabels", header.branchLabels());
        addAll(elements, "replaces", header.replaces());
        elements.add("created = " + JavaLiterals.string(header.created().toString()));
        if (!isOneSentence(header.message())) {
            elements.add(
                    "message = " + JavaExpression.string(header.message()).layout(BODY + "message = ".length(), 1));
        }
        String line = "@Revision(" + String.join(", ", elements) + ")";
        return line.length() <= WIDTH && line.indexOf('\n') < 0
                ? line
                : "@Revision(\n        " + String.join(",\n        ", elements) + ")";
    }

    /** Whether the Javadoc's first sentence is the whole message. */
    private static boolean isOneSentence(String message) {
        return !message.isBlank()
                && !message.endsWith(".")
                && !message.contains(". ")
                && message.equals(JavaLiterals.line(message));
    }

    private static void addAll(List<String> elements, String name, List<String> values) {
        if (!values.isEmpty()) {
            elements.add(name + " = " + JavaLiterals.strings(values));
        }
    }

    /** A method of all statements, or one that calls others, each with as many as it can hold. */
    private static String method(String name, List<String> statements) {
        List<String> bodies = bodies(statements);
        StringBuilder text = new StringBuilder("    @Override\n    public void " + name + "(Operations op) {");
        if (bodies.size() < 2) {
            bodies.forEach(body -> text.append('\n').append(body).append("    "));
            return text.append("}\n").toString();
        }
        StringBuilder parts = new StringBuilder();
        for (int number = 1; number <= bodies.size(); number++) {
            text.append("\n")
                    .append(" ".repeat(BODY))
                    .append(name)
                    .append(number)
                    .append("(op);");
            parts.append("\n    private static void " + name + number + "(Operations op) {\n")
                    .append(bodies.get(number - 1))
                    .append("    }\n");
        }
        return text.append("\n    }\n").append(parts).toString();
    }

    private static List<String> bodies(List<String> statements) {
        List<String> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String statement : statements) {
            if (body.length() > 0 && body.length() + statement.length() > METHOD) {
                bodies.add(body.toString());
                body.setLength(0);
            }
            body.append(statement);
        }
        if (body.length() > 0) {
            bodies.add(body.toString());
        }
        return bodies;
    }

    private static List<String> upgrade(MigrationDraft draft, JavaWords words) {
        List<String> text = new ArrayList<>();
        draft.notices().stream()
                .filter(notice -> notice.operation().isEmpty())
                .forEach(notice -> text.add(comment(notice.text())));
        text.addAll(statements(draft.upgrade(), draft.notices(), words));
        return text;
    }

    /** Each with the comments that are about it. */
    private static List<String> statements(List<Operation> operations, List<Notice> notices, JavaWords words) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            StringBuilder text = new StringBuilder();
            notices.stream()
                    .filter(notice -> notice.isAbout(operation))
                    .forEach(notice -> text.append(comment(notice.text())));
            text.append(" ".repeat(BODY))
                    .append(operation.accept(new JavaStatements(words)).layout(BODY, 1))
                    .append(";\n");
            statements.add(text.toString());
        }
        return statements;
    }

    private static String comment(String text) {
        return " ".repeat(BODY) + "// " + JavaLiterals.comment(text) + "\n";
    }
}
