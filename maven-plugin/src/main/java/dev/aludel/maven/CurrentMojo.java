package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says which revisions the database is at. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CurrentMojo extends AludelMojo {
    /** Exit with 3 unless the database is at all heads. */
    @Parameter(property = "aludel.check-heads")
    private boolean checkHeads;

    @Override
    Words words() {
        return new Words("current").flag("--check-heads", checkHeads);
    }
}
