package dev.aludel.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes into the history that the database is at these revisions, without running anything. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class StampMojo extends ScriptMojo {
    /** head, heads, base, revisions or their first characters. */
    @Parameter(property = "aludel.revision")
    private @Nullable List<String> revision;

    /** Forget first whatever the history says. */
    @Parameter(property = "aludel.purge")
    private boolean purge;

    @Override
    Words words() {
        return new Words("stamp").flag("--purge", purge).all(scriptWords()).operands(revision);
    }
}
