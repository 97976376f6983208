package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows where history and files disagree, and mends the history with --yes. */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RepairMojo extends AludelMojo {
    /** Change the history as it is shown; every change goes into the log. */
    @Parameter(property = "aludel.yes")
    private boolean yes;

    /** Forget that this revision is half-done; what its statements changed stays. */
    @Parameter(property = "aludel.forget")
    private @Nullable String forget;

    @Override
    Words words() {
        return new Words("repair").flag("--yes", yes).option("--forget", forget);
    }
}
