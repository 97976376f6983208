package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.RenamedFrom;
import dev.aludel.schema.ModelSource.FormerName;
import dev.aludel.schema.TableName;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Reads {@link RenamedFrom} at entities, attributes and the constants of enums. */
final class FormerNameReader {
    private final Metadata metadata;
    private final Names names;
    private final Set<FormerName> found = new LinkedHashSet<>();

    private FormerNameReader(Metadata metadata, Names names) {
        this.metadata = metadata;
        this.names = names;
    }

    /** In the order of the entities and their attributes; several names of one thing in the order in which they are given. */
    static List<FormerName> read(Metadata metadata, Names names) {
        FormerNameReader reader = new FormerNameReader(metadata, names);
        metadata.getEntityBindings().stream()
                .filter(PersistentClass::hasPojoRepresentation)
                .forEach(reader::readEntity);
        return List.copyOf(reader.found);
    }

    private void readEntity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        readTable(type, entity.getTable());
        if (entity.getIdentifierProperty() != null) {
            readProperty(type, entity.getIdentifierProperty());
        } else if (entity.getIdentifier() instanceof Component key) {
            key.getProperties().forEach(property -> readProperty(type, property));
        }
        entity.getProperties().forEach(property -> readProperty(type, property));
    }

    private void readProperty(@Nullable Class<?> type, Property property) {
        Value value = property.getValue();
        List<AnnotatedElement> members = members(type, property.getName());
        if (value instanceof Collection collection && !collection.isOneToMany()) {
            members.forEach(member -> readTable(member, collection.getCollectionTable()));
            readParts(collection.getElement());
            return;
        }
        List<Column> columns = columns(value instanceof Collection toMany ? toMany.getKey() : value);
        members.forEach(member -> readColumn(member, value, columns));
        readParts(value);
    }

    private void readParts(Value value) {
        if (value instanceof Component component) {
            Class<?> type = component.isDynamic() ? null : component.getComponentClass();
            component.getProperties().forEach(property -> readProperty(type, property));
            return;
        }
        Class<?> type = value.getType().getReturnedClass();
        if (type != null && type.isEnum() && columns(value).size() == 1) {
            readValues(type, columns(value).get(0));
        }
    }

    private static List<Column> columns(Value value) {
        return value.getSelectables().stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }

    private void readTable(AnnotatedElement annotated, Table table) {
        former(annotated).forEach(name -> add(names.of(table), Optional.empty(), name));
    }

    private void readColumn(AnnotatedElement annotated, Value value, List<Column> columns) {
        former(annotated).forEach(name -> {
            if (columns.size() != 1) {
                throw severalColumns(annotated, columns);
            }
            add(tableOf(columns.get(0), value), Optional.of(names.of(columns.get(0))), name);
        });
    }

    private TableName tableOf(Column column, Value value) {
        Value owner = column.getValue() == null ? value : column.getValue();
        return names.of(owner.getTable());
    }

    private void readValues(Class<?> type, Column column) {
        TableName sqlType = names.of(null, null, Identifier.toIdentifier(column.getSqlType(metadata)));
        for (Field constant : type.getFields()) {
            if (constant.isEnumConstant()) {
                Stream.ofNullable(constant.getAnnotation(RenamedFrom.class))
                        .flatMap(annotation -> Stream.of(annotation.value()))
                        .forEach(name -> found.add(new FormerName(sqlType, Optional.of(constant.getName()), name)));
            }
        }
    }

    private void add(TableName owner, Optional<String> part, Identifier former) {
        found.add(new FormerName(owner, part, names.of(former)));
    }

    private static List<Identifier> former(AnnotatedElement annotated) {
        RenamedFrom annotation = annotated.getAnnotation(RenamedFrom.class);
        return annotation == null
                ? List.of()
                : Stream.of(annotation.value()).map(Identifier::toIdentifier).toList();
    }

    /** The attribute's field and getter, wherever in the hierarchy of classes it is. */
    private static List<AnnotatedElement> members(@Nullable Class<?> type, String property) {
        List<AnnotatedElement> members = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Stream.of(each.getDeclaredFields())
                    .filter(field -> field.getName().equals(property))
                    .forEach(members::add);
            Stream.of(each.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0 && isGetter(method.getName(), property))
                    .forEach(members::add);
        }
        return members;
    }

    private static boolean isGetter(String method, String property) {
        return method.equalsIgnoreCase("get" + property) || method.equalsIgnoreCase("is" + property);
    }

    private static AludelException severalColumns(AnnotatedElement annotated, List<Column> columns) {
        return AludelException.of(
                        ErrorCode.MODEL_REFUSED,
                        "@RenamedFrom at an attribute means its column, and this one has "
                                + (columns.isEmpty()
                                        ? "none"
                                        : "several: "
                                                + String.join(
                                                        ", ",
                                                        columns.stream()
                                                                .map(Column::getName)
                                                                .toList()))
                                + ".")
                .at(annotated.toString())
                .state("No file was written and the database is as it was.")
                .remedy("Put it at the attributes inside, or say what is renamed with --rename.");
    }
}
