package dev.aludel;

import dev.aludel.command.OnDatabaseAhead;
import dev.aludel.command.PackagedApplication;
import dev.aludel.runtime.MigrationListener;
import javax.sql.DataSource;

/** A package of compiled migrations, and who hears what runs: what {@link Aludel#migrations} returns. */
public record Migrations(
        String packageName, ClassLoader loader, MigrationListener listener, OnDatabaseAhead onDatabaseAhead) {

    public Migrations listener(MigrationListener newListener) {
        return new Migrations(packageName, loader, newListener, onDatabaseAhead);
    }

    public Migrations loader(ClassLoader newLoader) {
        return new Migrations(packageName, newLoader, listener, onDatabaseAhead);
    }

    /** What an upgrade does where a newer release has migrated the database; it fails unless told otherwise. */
    public Migrations onDatabaseAhead(OnDatabaseAhead newPolicy) {
        return new Migrations(packageName, loader, listener, newPolicy);
    }

    /** Nothing is opened before a command is called; one connection is enough. */
    public Aludel on(DataSource dataSource) {
        return new Aludel(PackagedApplication.environment(dataSource, loader, packageName, listener, onDatabaseAhead));
    }
}
