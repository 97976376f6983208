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

    /** The statement of this half-done revision that was sent and not answered took effect: go on behind it. */
    @Parameter(property = "aludel.done")
    private @Nullable String done;

    /** The statement of this half-done revision that was sent and not answered took no effect: send it again. */
    @Parameter(property = "aludel.not-done")
    private @Nullable String notDone;

    @Override
    Words words() {
        return new Words("repair")
                .flag("--yes", yes)
                .option("--forget", forget)
                .option("--done", done)
                .option("--not-done", notDone);
    }
}
