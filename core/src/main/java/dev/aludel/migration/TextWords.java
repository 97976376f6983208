package dev.aludel.migration;

import dev.aludel.operation.Change;
import dev.aludel.operation.CommentOnObject;
import dev.aludel.operation.CreateFromSql;
import dev.aludel.operation.DropObject;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.ObjectName.Kind;
import dev.aludel.schema.TableName;
import java.util.Optional;

/**
 * What a migration can say of what is made by SQL text that is sent as it stands: routines, triggers, rules, policies,
 * domains, types. The name beside the text is for the way back.
 */
public sealed interface TextWords extends Recorder permits Operations {

    /**
     * A function, with SQL that is sent as it stands:
     * {@code op.createFunction("one()", "CREATE FUNCTION one() RETURNS integer RETURN 1")}.
     *
     * @param signature what {@link #dropFunction} would be told: {@code total(integer)}
     * @param sql the whole {@code CREATE FUNCTION total(orders integer) …}
     */
    default void createFunction(String signature, String sql) {
        record(new CreateFromSql(ObjectName.routine(Kind.FUNCTION, signature), sql));
    }

    /** {@code op.dropFunction("total(integer)").ifExists()}: {@code DROP FUNCTION IF EXISTS total(integer)}. */
    default DropDefinition dropFunction(String signature) {
        return drop(ObjectName.routine(Kind.FUNCTION, signature));
    }

    /**
     * A procedure, as {@link #createFunction} a function:
     * {@code op.createProcedure("tidy()", "CREATE PROCEDURE tidy() BEGIN ATOMIC DELETE FROM basket; END")}.
     */
    default void createProcedure(String signature, String sql) {
        record(new CreateFromSql(ObjectName.routine(Kind.PROCEDURE, signature), sql));
    }

    /** {@code op.dropProcedure("settle(integer)")}: {@code DROP PROCEDURE settle(integer)}. */
    default DropDefinition dropProcedure(String signature) {
        return drop(ObjectName.routine(Kind.PROCEDURE, signature));
    }

    /**
     * A trigger, with SQL that is sent as it stands:
     * {@code op.createTrigger("audit", "book", "CREATE TRIGGER audit AFTER UPDATE ON book EXECUTE FUNCTION audit()")}.
     *
     * @param sql the whole {@code CREATE TRIGGER author_audit AFTER UPDATE ON author …}
     */
    default void createTrigger(String name, String table, String sql) {
        record(new CreateFromSql(ObjectName.trigger(name, TableName.parse(table)), sql));
    }

    /** {@code op.dropTrigger("author_audit", "author")}: {@code DROP TRIGGER author_audit ON author}. */
    default DropDefinition dropTrigger(String name, String table) {
        return drop(ObjectName.trigger(name, TableName.parse(table)));
    }

    /** {@code op.createAggregate("longest(text)", "CREATE AGGREGATE longest(text) (SFUNC = longer, STYPE = text)")}: {@code CREATE AGGREGATE longest(text) (SFUNC = longer, STYPE = text)}. */
    default void createAggregate(String signature, String sql) {
        record(new CreateFromSql(ObjectName.routine(Kind.AGGREGATE, signature), sql));
    }

    /** {@code op.dropAggregate("longest(text)")}: {@code DROP AGGREGATE longest(text)}. */
    default DropDefinition dropAggregate(String signature) {
        return drop(ObjectName.routine(Kind.AGGREGATE, signature));
    }

    /** {@code op.createDomain("email", "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')")}: {@code CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')}. */
    default void createDomain(String name, String sql) {
        record(new CreateFromSql(ObjectName.of(Kind.DOMAIN, TableName.parse(name)), sql));
    }

    /** {@code op.dropDomain("email")}: {@code DROP DOMAIN email}. */
    default DropDefinition dropDomain(String name) {
        return drop(ObjectName.of(Kind.DOMAIN, TableName.parse(name)));
    }

    /** {@code op.createType("money", "CREATE TYPE money AS (amount numeric, currency text)")}: {@code CREATE TYPE money AS (amount numeric, currency text)}. */
    default void createType(String name, String sql) {
        record(new CreateFromSql(ObjectName.of(Kind.TYPE, TableName.parse(name)), sql));
    }

    /** {@code op.createRule("keep", "author", "CREATE RULE keep AS ON DELETE TO author DO INSTEAD NOTHING")}: {@code CREATE RULE keep AS ON DELETE TO author DO INSTEAD NOTHING}. */
    default void createRule(String name, String table, String sql) {
        record(new CreateFromSql(ObjectName.of(Kind.RULE, name, TableName.parse(table)), sql));
    }

    /** {@code op.dropRule("keep", "author")}: {@code DROP RULE keep ON author}. */
    default DropDefinition dropRule(String name, String table) {
        return drop(ObjectName.of(Kind.RULE, name, TableName.parse(table)));
    }

    /** {@code op.createPolicy("own", "author", "CREATE POLICY own ON author USING (name = current_user)")}: {@code CREATE POLICY own ON author USING (name = current_user)}. */
    default void createPolicy(String name, String table, String sql) {
        record(new CreateFromSql(ObjectName.of(Kind.POLICY, name, TableName.parse(table)), sql));
    }

    /** {@code op.dropPolicy("own", "author")}: {@code DROP POLICY own ON author}. */
    default DropDefinition dropPolicy(String name, String table) {
        return drop(ObjectName.of(Kind.POLICY, name, TableName.parse(table)));
    }

    /** {@code op.createEvent("tidy", "CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY DO DELETE FROM basket")}: that statement. */
    default void createEvent(String name, String sql) {
        record(new CreateFromSql(ObjectName.of(Kind.EVENT, TableName.parse(name)), sql));
    }

    /** {@code op.dropEvent("tidy")}: {@code DROP EVENT tidy}. */
    default DropDefinition dropEvent(String name) {
        return drop(ObjectName.of(Kind.EVENT, TableName.parse(name)));
    }

    /** What stands beside tables gets a comment: {@code op.commentOn(Kind.VIEW, "cheap", "below ten")}. */
    default void commentOn(Kind kind, String name, String comment) {
        comment(ObjectName.routine(kind, name), Optional.of(comment));
    }

    /** {@code op.commentOn(Kind.TRIGGER, "audit", "author", "who did it")}: {@code COMMENT ON TRIGGER audit ON author IS 'who did it'}. */
    default void commentOn(Kind kind, String name, String table, String comment) {
        comment(ObjectName.of(kind, name, TableName.parse(table)), Optional.of(comment));
    }

    /** {@code op.noCommentOn(Kind.VIEW, "cheap")}: {@code COMMENT ON VIEW cheap IS NULL}. */
    default void noCommentOn(Kind kind, String name) {
        comment(ObjectName.routine(kind, name), Optional.empty());
    }

    /** {@code op.noCommentOn(Kind.TRIGGER, "audit", "author")}: {@code COMMENT ON TRIGGER audit ON author IS NULL}. */
    default void noCommentOn(Kind kind, String name, String table) {
        comment(ObjectName.of(kind, name, TableName.parse(table)), Optional.empty());
    }

    private void comment(ObjectName object, Optional<String> comment) {
        record(new CommentOnObject(object, Change.to(comment)));
    }

    private DropDefinition drop(ObjectName object) {
        DropDefinition drop = new DropDefinition();
        record(() -> new DropObject(object, Optional.empty(), drop.options()));
        return drop;
    }
}
