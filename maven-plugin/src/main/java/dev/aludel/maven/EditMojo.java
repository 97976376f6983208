package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Opens the file of a revision in $VISUAL or $EDITOR. */
@Mojo(name = "edit", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class EditMojo extends AludelMojo {
    /** head, heads, current, a revision or its first characters. */
    @Parameter(property = "aludel.revision")
    private @Nullable String revision;

    @Override
    Words words() {
        return new Words("edit").operand(revision);
    }
}
