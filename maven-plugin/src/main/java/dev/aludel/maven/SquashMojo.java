package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Puts a range of revisions into one, which databases below and above it understand. */
@Mojo(name = "squash", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class SquashMojo extends AludelMojo {
    /** The first and the last revision of the range. */
    @Parameter(property = "aludel.range")
    private @Nullable String range;

    /** One line that says what the new revision is. */
    @Parameter(property = "aludel.message")
    private @Nullable String message;

    @Override
    Words words() {
        return new Words("squash").option("--message", message).operand(range);
    }
}
