package dev.aludel.migration;

/**
 * An operation of a project's own, composed of others and used by many migrations: {@code op.invoke(new
 * AuditColumns("author"))}. It is recorded anew for each migration that invokes it, so a change to it changes them all.
 */
@FunctionalInterface
public interface CustomOperation {

    /** Records what it is composed of, in order. */
    void record(Operations op);
}
