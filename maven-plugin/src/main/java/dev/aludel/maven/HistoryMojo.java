package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, newest first. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HistoryMojo extends AludelMojo {
    /** Only this range; either side may be empty, 'current' or relative. */
    @Parameter(property = "aludel.rev-range")
    private @Nullable String revRange;

    /** Mark what the database is at (asks it). */
    @Parameter(property = "aludel.indicate-current")
    private boolean indicateCurrent;

    @Override
    Words words() {
        return new Words("history").option("--rev-range", revRange).flag("--indicate-current", indicateCurrent);
    }
}
