package dev.aludel.dialect.sqlite;

import dev.aludel.schema.Column;
import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes views and triggers of the texts that SQLite keeps, and finds in their words what they need. */
final class ObjectReader {
    private final Function<String, TableName> names;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Map<ObjectName, String> texts = new HashMap<>();

    ObjectReader(Function<String, TableName> names) {
        this.names = names;
    }

    void addView(String name, String sql) {
        ObjectName view = ObjectName.of(Kind.VIEW, names.apply(name));
        ClauseWords words = new ClauseWords(sql);
        words.skip("CREATE");
        words.skip("VIEW");
        words.lastName();
        boolean plain = words.skip("AS");
        texts.put(view, sql);
        objects.add(
                SchemaObject.of(view, plain ? new SchemaObject.Query(words.rest()) : new SchemaObject.Statement(sql)));
    }

    void addTrigger(String name, String table, String sql) {
        ObjectName trigger = ObjectName.trigger(name, names.apply(table));
        texts.put(trigger, sql);
        objects.add(SchemaObject.of(trigger, new SchemaObject.Statement(sql)));
    }

    /** Sorted by kind and name. */
    List<SchemaObject> objects() {
        return objects.stream()
                .sorted(Comparator.comparing(
                                (SchemaObject object) -> object.name().kind())
                        .thenComparing(object -> object.name().describe()))
                .toList();
    }

    /** A word that is the name of a table, view or column is taken for it. */
    Set<Dependency> dependencies(List<Table> tables) {
        Set<Dependency> found = new HashSet<>();
        texts.forEach((object, sql) -> {
            Set<String> words = SqliteExpressions.words(sql);
            tables.stream()
                    .filter(table -> names(words, table.name()))
                    .forEach(table -> addReads(object, table, words, found));
            texts.keySet().stream()
                    .filter(other -> other.kind() == Kind.VIEW && !other.equals(object) && names(words, other.name()))
                    .forEach(other -> found.add(new Dependency(object, other, Optional.empty())));
        });
        return found;
    }

    private static boolean names(Set<String> words, TableName name) {
        return words.contains(name.name().toLowerCase(Locale.ROOT));
    }

    private static void addReads(ObjectName object, Table table, Set<String> words, Set<Dependency> found) {
        ObjectName needed = ObjectName.of(Kind.TABLE, table.name());
        found.add(new Dependency(object, needed, Optional.empty()));
        table.columns().stream()
                .map(Column::name)
                .filter(column -> words.contains(column.toLowerCase(Locale.ROOT)))
                .forEach(column -> found.add(new Dependency(object, needed, Optional.of(column))));
    }
}
