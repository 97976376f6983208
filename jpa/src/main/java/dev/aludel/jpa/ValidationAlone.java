package dev.aludel.jpa;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Bean Validation's constraints join the metadata only when a session factory is built. Hibernate does that first, and then all
 * that makes a factory expensive and that no schema needs (proxies, persisters, listeners): here it is stopped in between.
 */
final class ValidationAlone implements Integrator {

    /** Says that what was wanted of the factory is done. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("the session factory is not needed any further", null, false, false);
        }
    }

    /** Adds them, where the application validates. */
    static void join(Metadata metadata) {
        try {
            metadata.buildSessionFactory().close();
        } catch (Enough joined) {
            return;
        }
    }

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        throw new Enough();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // nothing was integrated
    }
}
