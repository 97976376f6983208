package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that more than one revision follows. */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class BranchesMojo extends AludelMojo {
    @Override
    Words words() {
        return new Words("branches");
    }
}
