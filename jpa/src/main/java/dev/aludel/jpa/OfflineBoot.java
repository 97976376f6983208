package dev.aludel.jpa;

import dev.aludel.error.AludelException;
import dev.aludel.schema.ModelSource;
import dev.aludel.schema.Schema;
import dev.aludel.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Starts Hibernate far enough to know its model, hands the model to {@link SchemaReader}, and stops it again. */
final class OfflineBoot {
    private final ModelSource.Request request;
    private final MappedClasses found;

    OfflineBoot(ModelSource.Request request, MappedClasses found) {
        this.request = request;
        this.found = found;
    }

    /** What Hibernate's model says; see {@link ModelSource}. */
    record Model(
            Schema schema,
            List<ModelSource.Counter> counters,
            List<ModelSource.FormerName> formerNames,
            Set<TableName> workTables) {
        static final Model EMPTY = new Model(Schema.empty(), List.of(), List.of(), Set.of());
    }

    Model load() {
        try {
            return boot();
        } catch (RuntimeException | LinkageError failure) {
            throw Refusal.of(failure, found.classes());
        }
    }

    private Model boot() {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(request.classLoader())
                .applyIntegrator(new ValidationAlone())
                .build();
        Map<String, Object> settings = HibernateSettings.of(request, found.properties());
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings)
                .build();
        try {
            Metadata metadata = sources(registry).getMetadataBuilder().build();
            return read(metadata, settings);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }

    private Model read(Metadata metadata, Map<String, Object> settings) {
        ValidationAlone.join(metadata);
        return SchemaReader.read(metadata, request.databaseProduct(), settings);
    }

    private MetadataSources sources(StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        found.packages().forEach(sources::addPackage);
        found.classes().forEach(name -> sources.addAnnotatedClass(load(name)));
        found.mappingFiles().forEach(sources::addResource);
        return sources;
    }

    private Class<?> load(String name) throws AludelException {
        try {
            return Class.forName(name, false, request.classLoader());
        } catch (ClassNotFoundException | LinkageError failure) {
            throw Refusal.notLoaded(name, failure);
        }
    }
}
