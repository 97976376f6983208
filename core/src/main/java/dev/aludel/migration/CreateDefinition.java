package dev.aludel.migration;

/** What can be created with a word of patience: {@code createSchema("shop").ifNotExists()}. */
public final class CreateDefinition {
    private boolean ifNotExists;

    CreateDefinition() {}

    /** What is there already is no error, and stays as it is. */
    public CreateDefinition ifNotExists() {
        ifNotExists = true;
        return this;
    }

    boolean isPatient() {
        return ifNotExists;
    }
}
