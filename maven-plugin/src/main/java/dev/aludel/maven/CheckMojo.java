package dev.aludel.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails when the models and the database differ; writes nothing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AludelMojo {
    /** Only fail when the files have several heads; asks no database. */
    @Parameter(property = "aludel.heads")
    private boolean heads;

    @Override
    Words words() {
        return new Words("check").flag("--heads", heads);
    }
}
