package dev.aludel.script;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Java source in memory, as the compiler wants to see it. */
final class SourceText extends SimpleJavaFileObject {
    private final String text;

    private SourceText(String className, String text) {
        super(uri(className, Kind.SOURCE), Kind.SOURCE);
        this.text = text;
    }

    /** A place for a class that is in no file; what a source calls its package or class may be no name at all. */
    static URI uri(String className, Kind kind) {
        try {
            return new URI("memory", "", "/" + className.replace('.', '/') + kind.extension, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
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
