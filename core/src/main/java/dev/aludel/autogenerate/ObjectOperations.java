package dev.aludel.autogenerate;

import dev.aludel.operation.Change;
import dev.aludel.operation.CommentOnObject;
import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateExtension;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.DropOptions;
import dev.aludel.operation.ObjectOperation;
import dev.aludel.operation.Operation;
import dev.aludel.operation.ReplaceObject;
import dev.aludel.schema.Column;
import dev.aludel.schema.DefaultValue;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations that create, drop and replace one object, chosen by what it is. */
final class ObjectOperations {
    private ObjectOperations() {}

    /** Creates it; its comment is said by itself. */
    static List<Operation> create(SchemaObject object) {
        return List.of(creation(object));
    }

    private static ObjectOperation creation(SchemaObject object) {
        ObjectName name = object.name();
        if (object.definition() instanceof SchemaObject.Values values) {
            return new CreateEnum(name.name(), values.values());
        }
        if (object.definition() instanceof SchemaObject.Query query) {
            return new CreateView(name.name(), query.sql(), name.kind() == Kind.MATERIALIZED_VIEW, false, false, true);
        }
        if (object.definition() instanceof SchemaObject.Name plain) {
            return name.kind() == Kind.SCHEMA
                    ? new CreateSchema(name.name().name(), false)
                    : new CreateExtension(name.name().name(), plain.schema(), Optional.empty(), false);
        }
        return new CreateFromSql(name, ((SchemaObject.Statement) object.definition()).sql());
    }

    /** Drops it; its comment goes before, so that it comes back on the way back. */
    static List<Operation> drop(SchemaObject object) {
        Operation drop = new DropObject(object.name(), Optional.of(creation(object)), DropOptions.strict());
        return object.comment().isEmpty()
                ? List.of(drop)
                : List.of(new CommentOnObject(object.name(), Change.between(object.comment(), Optional.empty())), drop);
    }

    /** Parts that stand in another order make no difference: none can be moved. */
    static boolean isSame(SchemaObject one, SchemaObject other) {
        return one.definition().equals(other.definition())
                || (one.definition() instanceof SchemaObject.Statement from
                        && other.definition() instanceof SchemaObject.Statement to
                        && !from.parts().isEmpty()
                        && from.signature().equals(to.signature())
                        && from.parts().size() == to.parts().size()
                        && Set.copyOf(from.parts()).equals(Set.copyOf(to.parts())));
    }

    static boolean changesInPlace(SchemaObject from, SchemaObject to) {
        if (from.definition() instanceof SchemaObject.Values && to.definition() instanceof SchemaObject.Values) {
            return true;
        }
        return from.definition() instanceof SchemaObject.Statement one
                && to.definition() instanceof SchemaObject.Statement other
                && !one.signature().isEmpty()
                && one.signature().equals(other.signature());
    }

    /** The columns of a type that are there before and after, and have it all the time. */
    static List<ReplaceObject.Use> uses(ObjectName type, Schema current, Schema target) {
        List<ReplaceObject.Use> uses = new ArrayList<>();
        List<Table> tables = current.tables().stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.type() instanceof Type.Native named && isOf(named, type)) {
                    uses.add(new ReplaceObject.Use(
                            table.name(),
                            column.name(),
                            named.sql().endsWith("[]"),
                            column.defaultValue().map(DefaultValue::sql)));
                }
            }
        }
        return uses;
    }

    private static boolean isOf(Type.Native column, ObjectName type) {
        String sql = column.sql().replace("[]", "").replace("\"", "");
        return sql.equals(type.name().toString());
    }
}
