package dev.aludel.jpa;

import dev.aludel.schema.ModelSource;

/** Lets Aludel find {@link JpaModelSource} as a service on the project's class path. */
public final class JpaModelSourceProvider implements ModelSource.Provider {

    @Override
    public ModelSource create(ModelSource.Request request) {
        return new JpaModelSource(request);
    }
}
