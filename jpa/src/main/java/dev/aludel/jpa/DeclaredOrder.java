package dev.aludel.jpa;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new table's columns into the order in which a reader of the entity expects them: the key, the discriminator,
 * then the fields as they are declared, a superclass's first. Hibernate itself sorts attributes by name. Reflection
 * promises no order, but every common Java machine reports fields as they stand in the source.
 */
final class DeclaredOrder {
    private final Map<String, Integer> positions = new HashMap<>();

    static DeclaredOrder of(Metadata metadata) {
        DeclaredOrder order = new DeclaredOrder();
        metadata.getEntityBindings().forEach(order::add);
        return order;
    }

    /** The columns of this table in order; those that no field stands for keep their place at the end. */
    List<Column> sort(Table table) {
        List<Column> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparingInt(column -> position(table, column)));
        return columns;
    }

    private int position(Table table, Column column) {
        if (table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column)) {
            return -1;
        }
        return positions.getOrDefault(key(table, column), Integer.MAX_VALUE);
    }

    private void add(PersistentClass entity) {
        if (entity.getDiscriminator() != null) {
            add(entity.getTable(), entity.getDiscriminator());
        }
        add(
                entity.getTable(),
                entity.hasPojoRepresentation() ? entity.getMappedClass() : null,
                entity.getPropertyClosure());
    }

    private void add(Table table, @Nullable Class<?> type, List<Property> properties) {
        List<String> fields = fields(type);
        properties.stream()
                .sorted(Comparator.comparingInt(
                        property -> Math.floorMod(fields.indexOf(property.getName()), Integer.MAX_VALUE)))
                .forEach(property -> add(table, property.getValue()));
    }

    private void add(Table table, Value value) {
        if (value instanceof Component component) {
            add(table, component.isDynamic() ? null : component.getComponentClass(), component.getProperties());
            return;
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                int next = positions.size();
                positions.putIfAbsent(key(table, column), next);
                positions.putIfAbsent(key(value.getTable(), column), next);
            }
        }
    }

    private static List<String> fields(@Nullable Class<?> type) {
        List<String> names = new ArrayList<>();
        if (type != null) {
            names.addAll(fields(type.getSuperclass()));
            for (Field field : type.getDeclaredFields()) {
                names.add(field.getName());
            }
        }
        return names;
    }

    private static String key(Table table, Column column) {
        return table.getExportIdentifier() + ' ' + column.getCanonicalName();
    }
}
