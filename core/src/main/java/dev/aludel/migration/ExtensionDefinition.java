package dev.aludel.migration;

import dev.aludel.operation.CreateExtension;
import java.util.Optional;

/** An extension being loaded: {@code createExtension("pg_trgm").ifNotExists()}. */
public final class ExtensionDefinition {
    private CreateExtension operation;

    ExtensionDefinition(String name) {
        this.operation = new CreateExtension(name, Optional.empty(), Optional.empty(), false);
    }

    /** The schema that gets its functions and types. */
    public ExtensionDefinition schema(String schema) {
        operation = new CreateExtension(
                operation.name(), Optional.of(schema), operation.version(), operation.ifNotExists());
        return this;
    }

    public ExtensionDefinition version(String version) {
        operation = new CreateExtension(
                operation.name(), operation.schema(), Optional.of(version), operation.ifNotExists());
        return this;
    }

    /** One that is loaded already is no error, whatever its version. */
    public ExtensionDefinition ifNotExists() {
        operation = new CreateExtension(operation.name(), operation.schema(), operation.version(), true);
        return this;
    }

    CreateExtension operation() {
        return operation;
    }
}
