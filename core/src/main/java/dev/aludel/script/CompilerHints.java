package dev.aludel.script;

import dev.aludel.error.Suggestions;
import dev.aludel.migration.Columns;
import dev.aludel.migration.Operations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what the writer of a migration probably meant where the compiler only says what it does not know. */
final class CompilerHints {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) ([\\w$]+)");
    private static final Pattern PLACE =
            Pattern.compile("location:\\s+.*?(dev\\.aludel\\.migration\\.[\\w$]+)\\s*$", Pattern.MULTILINE);
    private static final List<String> PACKAGES = List.of(
            "dev.aludel.migration.", "dev.aludel.schema.", "java.util.", "java.time.", "java.math.", "java.sql.");
    private static final Set<String> NOT_FOR_MIGRATIONS = Set.of("record", "recorded");

    /**
     * A sentence for this error; empty where the compiler's own words are the best there are.
     *
     * @param code the compiler's name for the kind of error
     * @param message its words, with qualified names
     */
    Optional<String> find(String code, String message) {
        if (code.startsWith("compiler.err.expected") && message.equals("';' expected")) {
            return Optional.of("Put a `;` where the mark is.");
        }
        if (code.equals("compiler.err.doesnt.exist")) {
            return Optional.of("It is not on the project's class path, or not compiled yet.");
        }
        Matcher symbol = SYMBOL.matcher(message);
        if (!code.startsWith("compiler.err.cant.resolve") || !symbol.find()) {
            return Optional.empty();
        }
        String name = symbol.group(2);
        if (symbol.group(1).equals("class")) {
            return findImport(name);
        }
        Matcher place = PLACE.matcher(message);
        return place.find() ? inWords(name, place.group(1)) : findWord(name);
    }

    /** For a class that is not imported. */
    private static Optional<String> findImport(String name) {
        return PACKAGES.stream()
                .filter(candidate -> findClass(candidate + name).isPresent())
                .findFirst()
                .map(found -> "Add `import " + found + name + ";`.");
    }

    /** For a call on one of the types that migrations are written with: its methods that read alike, else all of them. */
    private static Optional<String> inWords(String name, String type) {
        return findClass(type).map(found -> {
            List<String> words = words(found, method -> !Modifier.isStatic(method.getModifiers()));
            return didYouMean(name, "", words).orElseGet(() -> {
                String owner = found == Operations.class ? "op" : found.getSimpleName();
                return owner + " has: " + String.join(", ", words) + ".";
            });
        });
    }

    /** For a call without an object before it: a word that is not imported, one of {@code op}, or one that reads alike. */
    private static Optional<String> findWord(String name) {
        List<String> columns = words(Columns.class, method -> Modifier.isStatic(method.getModifiers()));
        List<String> operations = words(Operations.class, method -> !Modifier.isStatic(method.getModifiers()));
        if (columns.contains(name)) {
            return Optional.of("Add `import static " + Columns.class.getName() + "." + name + ";`.");
        }
        return operations.contains(name)
                ? Optional.of("It is a word of `op`: write `op." + name + "`.")
                : didYouMean(name, "", columns).or(() -> didYouMean(name, "op.", operations));
    }

    private static Optional<String> didYouMean(String name, String before, List<String> words) {
        List<String> near = Suggestions.near(name, words);
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of("Did you mean "
                        + near.stream().map(word -> "`" + before + word + "`").collect(Collectors.joining(" or "))
                        + "?");
    }

    private static List<String> words(Class<?> type, Predicate<Method> wanted) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(wanted)
                .map(Method::getName)
                .filter(name -> !NOT_FOR_MIGRATIONS.contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Class<?>> findClass(String name) {
        try {
            Class<?> type = Class.forName(name, false, CompilerHints.class.getClassLoader());
            return Modifier.isPublic(type.getModifiers()) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError unknown) {
            return Optional.empty();
        }
    }
}
