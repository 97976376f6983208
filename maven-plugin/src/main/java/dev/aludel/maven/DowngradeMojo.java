package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Takes the database back to a revision; what stands above it is undone. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DowngradeMojo extends ScriptMojo {
    /** -N, a revision or its first characters, base, LABEL@-1; with --sql FROM:TO. */
    @Parameter(property = "aludel.target")
    private @Nullable String target;

    /** Only tell what would run, with its SQL and locks. */
    @Parameter(property = "aludel.dry-run")
    private boolean dryRun;

    @Override
    Words words() {
        return new Words("downgrade")
                .flag("--dry-run", dryRun)
                .all(scriptWords())
                .operand(target);
    }
}
