package dev.aludel.script;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Java source in memory, as the compiler wants to see it. */
final class SourceText extends SimpleJavaFileObject {
    private final String text;

    private SourceText(String className, String text) {
        super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = text;
    }

    static Map<JavaFileObject, Script> of(Collection<Script> scripts) {
        Map<JavaFileObject, Script> sources = new LinkedHashMap<>();
        for (Script script : scripts) {
            if (script.body() instanceof Script.JavaSource source) {
                sources.put(new SourceText(source.className(), source.text()), script);
            }
        }
        return sources;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
