package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows all that is known of one revision. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class ShowMojo extends AludelMojo {
    /** head, heads, base, current, a revision or its first characters. */
    @Parameter(property = "aludel.revision")
    private @Nullable String revision;

    @Override
    Words words() {
        return new Words("show").operand(revision);
    }
}
