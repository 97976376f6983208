package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Brings the database forward to a revision. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class UpgradeMojo extends ScriptMojo {
    /** head, heads, a revision or its first characters, +N, REV+N, LABEL@head; with --sql also START:END. */
    @Parameter(property = "aludel.target")
    private @Nullable String target;

    /** Only tell what would run, with its SQL and locks. */
    @Parameter(property = "aludel.dry-run")
    private boolean dryRun;

    @Override
    Words words() {
        return new Words("upgrade").flag("--dry-run", dryRun).all(scriptWords()).operand(target);
    }
}
