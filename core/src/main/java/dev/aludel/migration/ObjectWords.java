package dev.aludel.migration;

import dev.aludel.operation.CreateEnum;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.DropObject;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameObject;
import dev.aludel.operation.RenameSequence;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What a migration can say of what stands beside tables: sequences, schemas, enum types, views, extensions. */
public sealed interface ObjectWords extends Recorder permits Operations {

    /** {@code op.createSequence("author_seq").increment(50)}: {@code CREATE SEQUENCE author_seq START WITH 1 INCREMENT BY 50}. */
    default SequenceDefinition createSequence(String name) {
        SequenceDefinition sequence = new SequenceDefinition(TableName.parse(name));
        record(sequence::creation);
        return sequence;
    }

    /** Changes only what is said. {@code op.alterSequence("author_seq").restart(1000)}: {@code ALTER SEQUENCE author_seq RESTART WITH 1000}. */
    default SequenceDefinition alterSequence(String name) {
        SequenceDefinition sequence = new SequenceDefinition(TableName.parse(name));
        record(sequence::alteration);
        return sequence;
    }

    /** {@code op.renameSequence("author_seq", "writer_seq")}: {@code ALTER SEQUENCE author_seq RENAME TO writer_seq}. */
    default void renameSequence(String name, String newName) {
        record(new RenameSequence(TableName.parse(name), newName));
    }

    /** {@code op.dropSequence("author_seq")}: {@code DROP SEQUENCE IF EXISTS author_seq}, as one that a column owned is gone already. */
    default DropDefinition dropSequence(String name) {
        DropDefinition drop = new DropDefinition();
        record(() -> new DropSequence(TableName.parse(name), Optional.empty(), drop.options()));
        return drop;
    }

    /** {@code op.createSchema("shop").ifNotExists()}: {@code CREATE SCHEMA IF NOT EXISTS shop}. */
    default CreateDefinition createSchema(String name) {
        CreateDefinition creation = new CreateDefinition();
        record(() -> new CreateSchema(name, creation.isPatient()));
        return creation;
    }

    /** {@code op.renameSchema("shop", "store")}: {@code ALTER SCHEMA shop RENAME TO store}. */
    default void renameSchema(String name, String newName) {
        record(new RenameObject(ObjectName.of(Kind.SCHEMA, name), newName));
    }

    /** {@code op.dropSchema("shop").cascade()}: {@code DROP SCHEMA shop CASCADE}. */
    default DropDefinition dropSchema(String name) {
        return drop(ObjectName.of(Kind.SCHEMA, name));
    }

    /** {@code op.createEnum("mood", "sad", "happy")}: {@code CREATE TYPE mood AS ENUM ('sad', 'happy')}. */
    default void createEnum(String type, String... values) {
        record(new CreateEnum(TableName.parse(type), List.of(values)));
    }

    /** {@code op.addEnumValue("mood", "calm").before("happy")}: {@code ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy'}. */
    default EnumValueDefinition addEnumValue(String type, String value) {
        EnumValueDefinition addition = new EnumValueDefinition(TableName.parse(type), value);
        record(addition::operation);
        return addition;
    }

    /** {@code op.renameEnumValue("mood", "sad", "blue")}: {@code ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'}. */
    default void renameEnumValue(String type, String value, String newValue) {
        record(new RenameEnumValue(TableName.parse(type), value, newValue));
    }

    /** {@code op.renameType("mood", "feeling")}: {@code ALTER TYPE mood RENAME TO feeling}. */
    default void renameType(String type, String newName) {
        record(new RenameObject(ObjectName.of(Kind.TYPE, TableName.parse(type)), newName));
    }

    /** {@code op.dropType("mood").ifExists()}: {@code DROP TYPE IF EXISTS mood}. */
    default DropDefinition dropType(String type) {
        return drop(ObjectName.of(Kind.TYPE, TableName.parse(type)));
    }

    /** {@code op.createView("cheap", "SELECT * FROM book")}: {@code CREATE VIEW cheap AS SELECT * FROM book}. */
    default ViewDefinition createView(String view, String query) {
        ViewDefinition definition = new ViewDefinition(TableName.parse(view), query);
        record(definition::operation);
        return definition;
    }

    /** {@code op.renameView("cheap", "low")}: {@code ALTER VIEW cheap RENAME TO low}. */
    default void renameView(String view, String newName) {
        record(new RenameObject(ObjectName.of(Kind.VIEW, TableName.parse(view)), newName));
    }

    /** {@code op.dropView("cheap").cascade()}: {@code DROP VIEW cheap CASCADE}. */
    default DropDefinition dropView(String view) {
        return drop(ObjectName.of(Kind.VIEW, TableName.parse(view)));
    }

    /** {@code op.createMaterializedView("sales", "SELECT 1")}: {@code CREATE MATERIALIZED VIEW sales AS SELECT 1}. */
    default MaterializedViewDefinition createMaterializedView(String view, String query) {
        MaterializedViewDefinition definition = new MaterializedViewDefinition(TableName.parse(view), query);
        record(definition::operation);
        return definition;
    }

    /** {@code op.refreshMaterializedView("sales").concurrently()}: {@code REFRESH MATERIALIZED VIEW CONCURRENTLY sales}. */
    default RefreshDefinition refreshMaterializedView(String view) {
        RefreshDefinition refresh = new RefreshDefinition(TableName.parse(view));
        record(refresh::operation);
        return refresh;
    }

    /** {@code op.renameMaterializedView("sales", "sold")}: {@code ALTER MATERIALIZED VIEW sales RENAME TO sold}. */
    default void renameMaterializedView(String view, String newName) {
        record(new RenameObject(ObjectName.of(Kind.MATERIALIZED_VIEW, TableName.parse(view)), newName));
    }

    /** {@code op.dropMaterializedView("sales")}: {@code DROP MATERIALIZED VIEW sales}. */
    default DropDefinition dropMaterializedView(String view) {
        return drop(ObjectName.of(Kind.MATERIALIZED_VIEW, TableName.parse(view)));
    }

    /** {@code op.createExtension("pg_trgm").ifNotExists()}: {@code CREATE EXTENSION IF NOT EXISTS pg_trgm}. */
    default ExtensionDefinition createExtension(String name) {
        ExtensionDefinition extension = new ExtensionDefinition(name);
        record(extension::operation);
        return extension;
    }

    /** {@code op.dropExtension("pg_trgm").cascade()}: {@code DROP EXTENSION pg_trgm CASCADE}. */
    default DropDefinition dropExtension(String name) {
        return drop(ObjectName.of(Kind.EXTENSION, name));
    }

    private DropDefinition drop(ObjectName object) {
        DropDefinition drop = new DropDefinition();
        record(() -> new DropObject(object, Optional.empty(), drop.options()));
        return drop;
    }
}
