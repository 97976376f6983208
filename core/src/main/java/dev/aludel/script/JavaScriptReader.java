package dev.aludel.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the header of a Java script without compiling it: the package, the Javadoc and the {@code @Revision} annotation
 * in front of the class, and the class's name. Works on tokens, so comments and strings cannot mislead it.
 */
final class JavaScriptReader {
    private static final Map<String, String> KEYS = Map.of(
            "id", "revision",
            "down", "down",
            "dependsOn", "depends-on",
            "branchLabels", "branch-labels",
            "replaces", "replaces",
            "transactions", "transactions",
            "created", "created",
            "message", "message");

    private final String file;
    private final List<JavaToken> tokens;
    private int position;

    private JavaScriptReader(String file, String text) {
        this.file = file;
        this.tokens = JavaTokenizer.tokenize(file, text);
    }

    /** Empty when the file holds no migration: {@code package-info.java}, or a class that migrations share. */
    static Optional<Script> read(String file, Optional<Path> path, String text) {
        return new JavaScriptReader(file, text).read(path, text);
    }

    private Optional<Script> read(Optional<Path> path, String text) {
        String packageName = readPackage();
        String javadoc = "";
        Optional<Header> header = Optional.empty();
        while (position < tokens.size()) {
            JavaToken token = tokens.get(position++);
            if (token.kind() == JavaToken.Kind.JAVADOC) {
                javadoc = token.text();
            } else if (token.isWord("Revision") && follows("@", "migration.")) {
                header = Optional.of(readAnnotation(token.line()));
            } else if (token.isWord("class")
                    || token.isWord("record")
                    || token.isWord("enum")
                    || token.isWord("interface")) {
                return finish(packageName, javadoc, header, path, text);
            }
        }
        return Optional.empty();
    }

    private Optional<Script> finish(
            String packageName, String javadoc, Optional<Header> header, Optional<Path> path, String text) {
        JavaToken name = tokens.get(Math.min(position, tokens.size() - 1));
        if (header.isEmpty()) {
            if (implementsMigration()) {
                throw Header.malformed(
                        file, name.line(), "the class " + name.text() + " is a Migration without @Revision.");
            }
            return Optional.empty();
        }
        String message = header.get().single("message", Javadoc.firstSentence(javadoc));
        String className = packageName.isEmpty() ? name.text() : packageName + "." + name.text();
        return Optional.of(new Script(
                header.get().toRevision(message),
                file,
                path,
                new Script.JavaSource(className, text),
                header.get(),
                header.get().transactional()));
    }

    private boolean implementsMigration() {
        boolean seen = false;
        for (int i = position; i < tokens.size() && !tokens.get(i).isSymbol("{"); i++) {
            seen |= tokens.get(i).isWord("implements");
            if (seen && tokens.get(i).isWord("Migration")) {
                return true;
            }
        }
        return false;
    }

    private String readPackage() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("package")) {
                StringBuilder name = new StringBuilder();
                for (int j = i + 1; j < tokens.size() && !tokens.get(j).isSymbol(";"); j++) {
                    name.append(tokens.get(j).text());
                }
                return name.toString();
            }
            if (tokens.get(i).isWord("import") || tokens.get(i).isWord("class")) {
                break;
            }
        }
        return "";
    }

    /** The token before {@code Revision} is {@code @}, or it ends a qualified name that begins with {@code @}. */
    private boolean follows(String sign, String qualifier) {
        int before = position - 2;
        while (before >= 1 && tokens.get(before).isSymbol(".")) {
            before -= 2;
        }
        return before >= 0 && tokens.get(before).isSymbol(sign) && !qualifier.isEmpty();
    }

    private Header readAnnotation(int line) {
        Map<String, Header.Entry> entries = new LinkedHashMap<>();
        if (position < tokens.size() && tokens.get(position).isSymbol("(")) {
            position++;
            while (!take(")")) {
                readElement(entries);
                take(",");
            }
        }
        return new Header(file, line, entries);
    }

    private void readElement(Map<String, Header.Entry> entries) {
        JavaToken name = next(JavaToken.Kind.WORD);
        String key = KEYS.get(name.text());
        if (key == null) {
            throw Header.malformed(file, name.line(), "@Revision has no element '" + name.text() + "'.");
        }
        if (!take("=")) {
            throw Header.malformed(file, name.line(), "a value is missing after '" + name.text() + "'.");
        }
        entries.put(key, new Header.Entry(readValues(), name.line()));
    }

    private List<String> readValues() {
        List<String> values = new ArrayList<>();
        if (take("{")) {
            while (!take("}")) {
                values.add(readLiteral());
                take(",");
            }
        } else {
            values.add(readLiteral());
        }
        return values;
    }

    private String readLiteral() {
        StringBuilder value = new StringBuilder(next(JavaToken.Kind.STRING).text());
        while (take("+")) {
            value.append(next(JavaToken.Kind.STRING).text());
        }
        return value.toString();
    }

    private boolean take(String symbol) {
        boolean found = current().isSymbol(symbol);
        if (found) {
            position++;
        }
        return found;
    }

    private JavaToken next(JavaToken.Kind kind) {
        JavaToken token = current();
        if (token.kind() != kind) {
            String wanted = kind == JavaToken.Kind.STRING ? "a string literal" : "a name";
            throw Header.malformed(
                    file, token.line(), "@Revision has '" + token.text() + "' where " + wanted + " must stand.");
        }
        position++;
        return token;
    }

    private JavaToken current() {
        if (position >= tokens.size()) {
            int line = tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line();
            throw Header.malformed(file, line, "the file ends inside @Revision.");
        }
        return tokens.get(position);
    }
}
