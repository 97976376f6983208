package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that no other revision follows. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HeadsMojo extends AludelMojo {
    /** Leave out heads that another revision depends on. */
    @Parameter(property = "aludel.resolve-dependencies")
    private boolean resolveDependencies;

    @Override
    Words words() {
        return new Words("heads").flag("--resolve-dependencies", resolveDependencies);
    }
}
