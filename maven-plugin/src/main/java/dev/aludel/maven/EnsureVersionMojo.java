package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Creates Aludel's own tables where they are missing, and nothing else. */
@Mojo(name = "ensure-version", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class EnsureVersionMojo extends AludelMojo {
    /** Write the SQL to standard output instead; asks no database. */
    @Parameter(property = "aludel.sql")
    private boolean sql;

    @Override
    Words words() {
        return new Words("ensure-version").flag("--sql", sql);
    }
}
