package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Set;

/**
 * Reads the schema that a project's JPA entities want, as Hibernate itself would create it: with its naming strategies,
 * its dialect for the live database's version, and Bean Validation's constraints where a provider is on the class path.
 *
 * <p>Opens no connection and runs no DDL, whatever the application's settings say, and writes nothing to any log.
 */
public final class JpaModelSource implements ModelSource {
    private final Request request;
    private OfflineBoot.Model model = OfflineBoot.Model.EMPTY;

    /** A source for one project; loads nothing yet. */
    public JpaModelSource(Request request) {
        this.request = request;
    }

    /**
     * {@inheritDoc}
     *
     * @throws AludelException {@link ErrorCode#NO_MODEL} without Hibernate, {@link ErrorCode#NO_ENTITIES} without
     *     entities, {@link ErrorCode#MODEL_REFUSED} when Hibernate refuses them
     */
    @Override
    public Schema load() {
        requireHibernate();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(request.classLoader());
        try (QuietLogging quiet = QuietLogging.start(request.classLoader())) {
            MappedClasses classes = MappedClasses.find(request);
            model = new OfflineBoot(request, classes).load();
            return model.schema();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public List<Counter> counters() {
        return model.counters();
    }

    @Override
    public Set<TableName> workTables() {
        return model.workTables();
    }

    @Override
    public List<FormerName> formerNames() {
        return model.formerNames();
    }

    private static void requireHibernate() {
        try {
            Class.forName("org.hibernate.boot.MetadataSources", false, JpaModelSource.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError missing) {
            throw AludelException.of(
                            ErrorCode.NO_MODEL, "There is no Hibernate on the class path to read the entities with.")
                    .remedy("Add org.hibernate.orm:hibernate-core (6.6 or 7) to the project, for example with"
                            + " spring-boot-starter-data-jpa, and build it. A project without entities says its schema in"
                            + " SQL: aludel.model.source=schema.sql");
        }
    }
}
