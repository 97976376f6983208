package dev.aludel.script;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import dev.aludel.migration.Location;
import dev.aludel.migration.Migration;
import dev.aludel.migration.Operations;
import dev.aludel.migration.RecordedOperation;
import dev.aludel.revision.Places;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All revisions of a project with their graph; turns those that must run into recorded operations. */
public final class Scripts {
    private final Map<RevisionId, Script> scripts;
    private final RevisionGraph graph;
    private final MigrationCompiler compiler;
    private final Map<String, String> arguments;

    private Scripts(
            Map<RevisionId, Script> scripts,
            RevisionGraph graph,
            MigrationCompiler compiler,
            Map<String, String> arguments) {
        this.scripts = scripts;
        this.graph = graph;
        this.compiler = compiler;
        this.arguments = Map.copyOf(arguments);
    }

    /**
     * Joins headers to a graph.
     *
     * @throws AludelException with all problems of the graph at once
     */
    static Scripts of(Collection<Script> found, MigrationCompiler compiler) {
        RevisionGraph graph =
                RevisionGraph.of(found.stream().map(Script::revision).toList(), places(found));
        Map<RevisionId, Script> byId = new LinkedHashMap<>();
        found.forEach(script -> byId.put(script.revision().id(), script));
        return new Scripts(byId, graph, compiler, Map.of());
    }

    /** The free arguments of the run. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** Checks what could be read of a set of scripts; throws as {@link #of} does, but not for what is missing. */
    static void checkIncomplete(Collection<Script> found) {
        RevisionGraph.checkIncomplete(found.stream().map(Script::revision).toList(), places(found));
    }

    private static Places places(Collection<Script> found) {
        return (revision, part) -> found.stream()
                .filter(script -> script.revision().equals(revision))
                .findFirst()
                .map(script -> script.header().place(part))
                .orElse(revision.source());
    }

    /** The same with free arguments ({@code -x key=value}), which migrations ask for with {@code op.argument}. */
    public Scripts withArguments(Map<String, String> newArguments) {
        return new Scripts(scripts, graph, compiler, newArguments);
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The script of a revision of this graph. */
    public Script require(RevisionId id) {
        Revision revision = graph.require(id);
        Script script = scripts.get(revision.id());
        if (script == null) {
            throw new IllegalStateException("the graph knows " + id + ", the scripts do not");
        }
        return script;
    }

    /**
     * Compiles (all at once), loads and records the given revisions, in their order.
     *
     * @throws AludelException when one does not compile, cannot be made, or throws while it records
     */
    public List<Recording> record(Collection<RevisionId> ids) {
        List<Script> wanted = ids.stream().map(this::require).toList();
        List<Script> sources = wanted.stream()
                .filter(script -> script.body() instanceof Script.JavaSource)
                .toList();
        ClassLoader loader = sources.isEmpty() ? Scripts.class.getClassLoader() : compiler.compile(sources);
        List<Recording> recordings = new ArrayList<>();
        wanted.forEach(script -> recordings.add(record(script, loader)));
        return recordings;
    }

    private Recording record(Script script, ClassLoader loader) {
        List<RecordedOperation> upgrade;
        List<RecordedOperation> downgrade;
        if (script.body() instanceof Script.Sql sql) {
            upgrade = recordSql(sql.upgrade(), new Location(script.file(), sql.upgradeLine(), true));
            downgrade = recordSql(sql.downgrade(), new Location(script.file(), sql.downgradeLine(), true));
        } else {
            Migration migration = instantiate(script, loader);
            upgrade = recordJava(script, migration, "upgrade", migration::upgrade);
            downgrade = recordJava(script, migration, "downgrade", migration::downgrade);
        }
        return new Recording(script, upgrade, downgrade, Checksum.of(upgrade, downgrade));
    }

    private static List<RecordedOperation> recordSql(String section, Location location) {
        Operations operations = Operations.create();
        if (!section.isBlank()) {
            operations.execute(section, location);
        }
        return operations.recorded();
    }

    private List<RecordedOperation> recordJava(
            Script script, Migration migration, String direction, Consumer<Operations> call) {
        Operations operations = Operations.of(migration.getClass(), script.file(), arguments);
        try {
            call.accept(operations);
            return operations.recorded();
        } catch (AludelException refused) {
            throw refused.findFact("at").isPresent()
                    ? refused
                    : refused.movedTo(Frames.place(script.file(), migration.getClass(), refused));
        } catch (RuntimeException | LinkageError failure) {
            String why = "threw while " + direction + "(op) recorded its operations: " + failure;
            throw broken(script, why, failure).movedTo(Frames.place(script.file(), migration.getClass(), failure));
        }
    }

    private static Migration instantiate(Script script, ClassLoader loader) {
        try {
            Class<?> type = script.body() instanceof Script.JavaSource source
                    ? Class.forName(source.className(), true, loader)
                    : ((Script.JavaClass) script.body()).type();
            return type.asSubclass(Migration.class).getDeclaredConstructor().newInstance();
        } catch (ClassCastException failure) {
            throw broken(script, "does not implement dev.aludel.migration.Migration", failure);
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw broken(script, "cannot be created: " + failure, failure);
        }
    }

    private static AludelException broken(Script script, String why, Throwable failure) {
        return AludelException.of(
                        ErrorCode.BROKEN_MIGRATION,
                        "The migration " + script.revision().id().value() + " " + why + ".",
                        failure)
                .at(script.file())
                .state("Nothing was run; the database is as it was.")
                .remedy(
                        "A migration is a public class with a constructor without arguments that only records through `op`;"
                                + " work on data goes into op.run(…).");
    }
}
