package dev.aludel.autogenerate;

import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Change;
import dev.aludel.operation.ColumnChange;
import dev.aludel.operation.CommentOnObject;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.Dependency;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what happens to the objects beside tables, around the operations on tables.
 *
 * <p>An object that changes becomes the other in place where its kind allows it, and is dropped and created again where
 * not. Whatever needs something that goes, a column that changes its type included, goes with it and comes back, as the
 * target has it. What tables may need comes before their operations and goes after them: schemas, extensions, types, and
 * the routines that defaults and conditions call. All else goes before and comes after. Within each part, what is needed
 * comes first and goes last.
 */
final class ObjectDiff {
    private static final Set<Kind> FOUNDATIONS = Set.of(Kind.SCHEMA, Kind.EXTENSION, Kind.TYPE, Kind.DOMAIN);

    private final Schema current;
    private final Schema target;
    private final List<Operation> tables;
    private final List<Operation> before = new ArrayList<>();
    private final List<Operation> after = new ArrayList<>();

    private ObjectDiff(Schema current, Schema target, List<Operation> tables) {
        this.current = current;
        this.target = target;
        this.tables = tables;
    }

    /** The operations on tables, sorted already, with those on objects around them. */
    static List<Operation> around(List<Operation> tables, Schema current, Schema target) {
        ObjectDiff diff = new ObjectDiff(current, target, tables);
        diff.compare();
        List<Operation> all = new ArrayList<>(diff.before);
        all.addAll(tables);
        all.addAll(diff.after);
        return all;
    }

    private void compare() {
        Set<ObjectName> gone = gone();
        Set<ObjectName> neededByTables = foundations(current);
        ObjectOrder.of(current).neededLast(gone).forEach(name -> {
            SchemaObject object = current.findObject(name).orElseThrow();
            boolean later =
                    neededByTables.contains(name) && target.findObject(name).isEmpty();
            (later ? after : before).addAll(ObjectOperations.drop(object));
        });
        List<Operation> drops = new ArrayList<>(after);
        after.clear();
        Set<ObjectName> coming = new HashSet<>();
        for (SchemaObject object : target.objects()) {
            if (gone.contains(object.name())
                    || current.findObject(object.name()).isEmpty()) {
                coming.add(object.name());
            }
        }
        Set<ObjectName> first = foundations(target);
        replaceInPlace(gone, first);
        for (ObjectName name : ObjectOrder.of(target).neededFirst(coming)) {
            (first.contains(name) ? before : after)
                    .addAll(ObjectOperations.create(target.findObject(name).orElseThrow()));
        }
        compareComments(coming);
        after.addAll(drops);
    }

    /** What is not wanted, what cannot change in place, and what needs any of that or a column that changes. */
    private Set<ObjectName> gone() {
        Set<ObjectName> gone = new HashSet<>();
        for (SchemaObject object : current.objects()) {
            boolean stays = target.findObject(object.name())
                    .filter(wanted ->
                            ObjectOperations.isSame(object, wanted) || ObjectOperations.changesInPlace(object, wanted))
                    .isPresent();
            if (!stays) {
                gone.add(object.name());
            }
        }
        for (Dependency dependency : current.dependencies()) {
            if (isTouched(dependency)) {
                current.findObject(dependency.dependent()).ifPresent(object -> gone.add(object.name()));
            }
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Dependency dependency : current.dependencies()) {
                if (gone.contains(dependency.needed())
                        && current.findObject(dependency.dependent()).isPresent()) {
                    grows |= gone.add(dependency.dependent());
                }
            }
        }
        return gone;
    }

    private boolean isTouched(Dependency dependency) {
        return dependency.needed().kind() == Kind.TABLE
                && tables.stream().anyMatch(operation -> touches(operation, dependency));
    }

    private static boolean touches(Operation operation, Dependency dependency) {
        TableName table = dependency.needed().name();
        if (operation instanceof DropTable drop) {
            return drop.table().equals(table);
        }
        if (operation instanceof DropColumn drop) {
            return drop.table().equals(table)
                    && dependency.column().filter(drop.column()::equals).isPresent();
        }
        return operation instanceof AlterColumn alter
                && alter.table().equals(table)
                && dependency.column().filter(alter.column()::equals).isPresent()
                && alter.changes().stream()
                        .anyMatch(change -> change instanceof ColumnChange.TypeChange
                                || change instanceof ColumnChange.CollationChange);
    }

    /**
     * What must be there before tables are: because a table needs it, or by its kind, where it needs no table itself;
     * with all that these need. A view of tables is not, and what needs one waits with it.
     */
    private static Set<ObjectName> foundations(Schema schema) {
        ObjectOrder order = ObjectOrder.of(schema);
        List<ObjectName> tables = schema.tables().stream()
                .map(table -> ObjectName.of(Kind.TABLE, table.name()))
                .toList();
        Set<ObjectName> found = new HashSet<>(order.neededBy(tables));
        List<ObjectName> byKind = schema.objects().stream()
                .map(SchemaObject::name)
                .filter(name -> FOUNDATIONS.contains(name.kind()))
                .filter(name -> Collections.disjoint(order.neededBy(List.of(name)), tables))
                .toList();
        found.addAll(byKind);
        found.addAll(order.neededBy(byKind));
        List<ObjectName> later = found.stream()
                .filter(name -> name.kind() == Kind.VIEW || name.kind() == Kind.MATERIALIZED_VIEW)
                .filter(view -> !Collections.disjoint(order.neededBy(List.of(view)), tables))
                .toList();
        found.removeIf(name -> later.contains(name) || !Collections.disjoint(order.neededBy(List.of(name)), later));
        return found;
    }

    private void replaceInPlace(Set<ObjectName> gone, Set<ObjectName> first) {
        for (SchemaObject object : current.objects()) {
            Optional<SchemaObject> wanted = target.findObject(object.name())
                    .filter(other -> !gone.contains(object.name()) && !ObjectOperations.isSame(object, other));
            wanted.ifPresent(other -> {
                boolean early = FOUNDATIONS.contains(object.name().kind());
                (early && first.contains(object.name()) ? before : after)
                        .add(new ReplaceObject(
                                object.withComment(Optional.empty()),
                                other.withComment(Optional.empty()),
                                ObjectOperations.uses(object.name(), current, target)));
            });
        }
    }

    private void compareComments(Set<ObjectName> coming) {
        for (SchemaObject object : target.objects()) {
            Optional<String> live = coming.contains(object.name())
                    ? Optional.empty()
                    : current.findObject(object.name()).flatMap(SchemaObject::comment);
            if (!live.equals(object.comment())) {
                after.add(new CommentOnObject(object.name(), Change.between(live, object.comment())));
            }
        }
    }
}
