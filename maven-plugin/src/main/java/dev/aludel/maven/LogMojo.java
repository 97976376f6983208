package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Tells what was done to this database: when, by whom, how long, with what result. */
@Mojo(name = "log", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class LogMojo extends AludelMojo {
    /** At most the last N lines; default 20. */
    @Parameter(property = "aludel.limit")
    private @Nullable Integer limit;

    @Override
    Words words() {
        return new Words("log").option("--limit", limit);
    }
}
