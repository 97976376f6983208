package dev.aludel.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header of a Java migration: its place in the revision graph. All values are literals, since the header is read
 * from the source without compiling it. The message is the first sentence of the class's Javadoc.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The unique id, usually twelve hexadecimal digits. */
    String id();

    /** The revisions that this one follows: none for a base, several for a merge. */
    String[] down() default {};

    /** Ids or branch labels that must be applied before, without being parents. */
    String[] dependsOn() default {};

    /** Names for the branch that begins here. */
    String[] branchLabels() default {};

    /** The revisions that {@code aludel squash} put into this one, oldest first; their files are gone. */
    String[] replaces() default {};

    /**
     * {@code none} to commit and count each of its statements by itself, {@code migration} for one transaction where it can
     * be one; empty to leave that to {@code aludel.transactions}.
     */
    String transactions() default "";

    /** When it was written, as ISO-8601 instant, for example {@code 2026-03-01T10:22:41Z}. */
    String created() default "";

    /** The message, where a packaged application must know it: compiled classes have no Javadoc. */
    String message() default "";
}
