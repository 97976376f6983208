package dev.aludel.migration;

import dev.aludel.operation.DropOptions;

/** A drop being written: {@code dropTable("author").ifExists().cascade()}. */
public final class DropDefinition {
    private DropOptions options = DropOptions.strict();

    DropDefinition() {}

    /** What is not there is no error. */
    public DropDefinition ifExists() {
        options = new DropOptions(true, options.cascade());
        return this;
    }

    /** What depends on it goes with it: the foreign keys that refer to a table, the views that read it, … */
    public DropDefinition cascade() {
        options = new DropOptions(options.ifExists(), true);
        return this;
    }

    DropOptions options() {
        return options;
    }
}
